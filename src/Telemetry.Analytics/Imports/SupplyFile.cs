using System.Globalization;
using Telemetry.Analytics.Imports.Mapping;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Model.Energy;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Telemetry.Analytics.Imports;

/// <summary>The file that says how the electricity is bought: <c>supply.yaml</c> in the data directory. See <c>docs/imports.md</c>.</summary>
public static class SupplyFile
{
    /// <summary>Its name.</summary>
    public const string Name = "supply.yaml";

    /// <summary>Reads it; without the file nothing is known, and a file with a fault says each of them.</summary>
    public static SupplyBook Load(string path)
    {
        try
        {
            return File.Exists(path) ? Parse(File.ReadAllText(path), path) : SupplyBook.Empty;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return SupplyBook.Empty with { Problems = [$"{path}: {unreadable.Message}"] };
        }
    }

    /// <summary>Reads its text.</summary>
    public static SupplyBook Parse(string text, string path)
    {
        var problems = new List<ImportProblem>();
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException broken)
        {
            return SupplyBook.Empty with { Problems = [$"{path}:{broken.Start.Line.ToString(CultureInfo.InvariantCulture)}: {broken.Message}"] };
        }

        if (stream.Documents is not [{ RootNode: YamlMappingNode node }, ..])
        {
            return SupplyBook.Empty with { Problems = [$"{path}:1: the file must be a mapping: write contracts: and residualMix:"] };
        }

        var root = new YamlKeys(node, path, problems);
        var book = new SupplyBook(
            root.Has("contracts") ? [.. root.Maps("contracts").Select(Contract)] : [],
            root.Has("residualMix") ? [.. root.Maps("residualMix").Select(Residual)] : []);
        root.Done();
        return problems.Count == 0 ? book : SupplyBook.Empty with { Problems = [.. problems.OrderBy(problem => problem.Line).Select(problem => problem.ToString())] };
    }

    private static DatedContract Contract(YamlKeys keys)
    {
        var name = keys.Needed("name", "Contrat vert 2026");
        var contract = new SupplyContract(
            name, keys.Needed("evidence", "guarantees of origin cancelled, certificate 12345"), Number(keys, "share", 0, 1), Factor(keys, name, "contract: from the supplier's declaration"));
        var dated = new DatedContract(contract, Day(keys, "from"), Day(keys, "to"), keys.Texts("buildings") ?? []);
        keys.Done();
        return dated;
    }

    private static EmissionFactor Residual(YamlKeys keys)
    {
        var factor = Factor(keys, "residual-mix", "residual mix");
        if (factor.Year is null)
        {
            keys.Fault("year", "'year' is missing: a residual mix is of a year, year: 2024");
        }

        keys.Done();
        return factor;
    }

    private static EmissionFactor Factor(YamlKeys keys, string id, string perimeter)
    {
        var year = keys.Has("year") ? (int?)Number(keys, "year", 1990, 2100) : null;
        return new EmissionFactor
        {
            Id = year is { } known ? string.Create(CultureInfo.InvariantCulture, $"{id}-{known}") : id,
            Carrier = Carrier.Electricity,
            Value = Number(keys, "kgCO2ePerKWh", 0, 5),
            Unit = "kgCO2e/kWh",
            Perimeter = perimeter,
            Year = year,
            Source = keys.Needed("source", "AIB, European Residual Mixes 2024"),
        };
    }

    private static double Number(YamlKeys keys, string key, double least, double most)
    {
        var text = keys.Needed(key, least.ToString(CultureInfo.InvariantCulture));
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        if (text.Length > 0)
        {
            keys.Fault(key, string.Create(CultureInfo.InvariantCulture, $"'{key}: {text}' must be a number from {least} to {most}."));
        }

        return least;
    }

    private static DateOnly Day(YamlKeys keys, string key)
    {
        var text = keys.Needed(key, "2026-01-01");
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        if (text.Length > 0)
        {
            keys.Fault(key, $"'{key}: {text}' must be a day, 2026-01-01; 'to' is the day after the last.");
        }

        return DateOnly.MinValue;
    }
}
