using System.Text;

namespace Telemetry.Analytics.Tests.Imports;

/// <summary>What suppliers send, with its traps: encodings, clock changes, bad rows, reruns, corrections.</summary>
public sealed class ImportRunTests
{
    private const string Days =
        """
        kind: energy
        decimal: ","
        time: { column: Date, format: dd/MM/yyyy, step: 1d }
        values: [ { column: Énergie, unit: kWh, building: ecole, carrier: NaturalGas } ]
        """;

    private const string Series = "energy/ecole/NaturalGas";

    static ImportRunTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<Encoding> Encodings => [new UTF8Encoding(false), new UTF8Encoding(true), Encoding.GetEncoding(1252), Encoding.Unicode];

    [Theory]
    [MemberData(nameof(Encodings), DisableDiscoveryEnumeration = true)]
    public void Run_AnyEncodingAndDecimalComma_IsUnderstood(Encoding encoding)
    {
        using var bench = new ImportBench();

        var outcome = bench.Run(bench.File("Relevés de l'école;\r\n\r\nDate;Énergie\r\n01/10/2025;1 234,5\r\n02/10/2025;12,25\r\n", encoding), Days);

        Assert.Equal((2, 0), (outcome.Added, outcome.Refused.Count));
        Assert.Equal([1234.5, 12.25], bench.All(Series).Select(value => value.Value));
        Assert.Equal(new DateTimeOffset(2025, 9, 30, 22, 0, 0, TimeSpan.Zero), bench.All(Series)[0].From);
    }

    [Fact]
    public void Run_BadRows_AreListedWithLineAndReasonAndNothingElseIsLost()
    {
        using var bench = new ImportBench();

        var outcome = bench.Run(bench.File(
            "Date;Énergie\n01/10/2025;10\n31/02/2025;11\n03/10/2025;abc\n04/10/2025;-5\n05/10/2025;1.5\n06/10/2025;ND\n07/10/2025;\n08/10/1925;4\n08/10/2035;4\n\"09/10/2025;20\n10/10/2025;30\n01/10/2025;99\n"), Days);

        Assert.Equal([3, 4, 5, 6, 9, 10, 11, 13], outcome.Refused.Select(row => row.Line));
        Assert.Contains("31/02/2025", outcome.Refused[0].Reason, StringComparison.Ordinal);
        Assert.Contains("no number", outcome.Refused[1].Reason, StringComparison.Ordinal);
        Assert.Contains("outside 0", outcome.Refused[2].Reason, StringComparison.Ordinal);
        Assert.Contains("future", outcome.Refused[5].Reason, StringComparison.Ordinal);
        Assert.Contains("earlier line", outcome.Refused[^1].Reason, StringComparison.Ordinal);
        Assert.Equal((2, 2), (outcome.Added, outcome.Missing));
        Assert.Equal([10.0, 30.0], bench.All(Series).Select(value => value.Value));
    }

    [Fact]
    public void Run_DryRunThenRealThenAgain_ChangesOnce()
    {
        using var bench = new ImportBench();
        var file = bench.File("Date;Énergie\n01/10/2025;10\n02/10/2025;11\n");

        var dry = bench.Run(file, Days, dryRun: true);
        Assert.Empty(bench.All(Series));
        var first = bench.Run(file, Days);
        var edition = bench.Store.Edition();
        var second = bench.Run(file, Days);

        Assert.Equal((2, 0, 0), (dry.Added, dry.Changed, dry.Same));
        Assert.Equal((2, 0, 0), (first.Added, first.Changed, first.Same));
        Assert.Equal((0, 0, 2), (second.Added, second.Changed, second.Same));
        Assert.Equal(edition, bench.Store.Edition());
    }

    [Fact]
    public void Run_CorrectedFile_ReplacesTheValueAndKeepsTheFormerOne()
    {
        using var bench = new ImportBench();
        bench.Run(bench.File("Date;Énergie\n01/10/2025;10\n02/10/2025;11\n"), Days);

        var outcome = bench.Run(bench.File("Date;Énergie\n01/10/2025;10\n02/10/2025;12\n03/10/2025;13\n"), Days);

        Assert.Equal((1, 1, 1), (outcome.Added, outcome.Changed, outcome.Same));
        Assert.Equal([10.0, 12.0, 13.0], bench.All(Series).Select(value => value.Value));
        using var connection = bench.Store.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT value FROM former";
        Assert.Equal(11.0, command.ExecuteScalar());
    }

    [Fact]
    public void Run_IntervalAcrossOneThatIsHeld_IsRefused()
    {
        using var bench = new ImportBench();
        bench.Run(bench.File("Date;Énergie\n01/10/2025;10\n02/10/2025;11\n"), Days);

        var outcome = bench.Run(bench.File("Date;Énergie\n2025-09;300\n2025-10;310\n"), Days
            .Replace("dd/MM/yyyy", "yyyy-MM", StringComparison.Ordinal).Replace("1d", "1month", StringComparison.Ordinal));

        Assert.Equal(3, Assert.Single(outcome.Refused).Line);
        Assert.Contains("overlaps", outcome.Refused[0].Reason, StringComparison.Ordinal);
        Assert.Equal([300.0, 10.0, 11.0], bench.All(Series).Select(value => value.Value));
    }

    [Fact]
    public void Run_EnedisLoadCurve_FollowsStepsAndShiftsTheEndOnce()
    {
        using var bench = new ImportBench();
        var text = "Identifiant PRM;Type de donnees;Date de debut;Date de fin;Grandeur physique;Grandeur metier;Etape metier;Unite;Pas en minutes\r\n"
            + "30001234567890;Courbe de charge;25/10/2025;27/10/2025;Energie active;Consommation;Comptage Brut;W;\r\n\r\nHorodate;Valeur\r\n"
            + "2025-10-26T01:00:00+02:00;1000\r\n2025-10-26T02:00:00+02:00;1000\r\n2025-10-26T03:00:00+02:00;2000\r\n2025-10-26T03:00:00+01:00;3000\r\n"
            + "2025-10-26T03:30:00+01:00;4000\r\n2025-10-26T04:00:00+01:00;\r\n2025-10-26T04:30:00+01:00;500\r\n";

        var outcome = bench.Run(bench.File(text), "format: enedis-load-curve\nvalues: [ { building: mairie, carrier: Electricity } ]");
        var values = bench.All("energy/mairie/Electricity");

        Assert.Equal((6, 1, 0), (outcome.Added, outcome.Missing, outcome.Refused.Count));
        Assert.Equal([1.0, 1.0, 2.0, 3.0, 2.0, 0.25], values.Select(value => value.Value));
        Assert.Equal(new DateTimeOffset(2025, 10, 25, 22, 0, 0, TimeSpan.Zero), values[0].From);
        Assert.Equal(new DateTimeOffset(2025, 10, 26, 2, 0, 0, TimeSpan.Zero), values[3].To);
        Assert.Equal(TimeSpan.FromMinutes(30), values[^1].To - values[^1].From);
    }

    [Fact]
    public void Run_GrdfDaily_TakesThePublishedEnergy()
    {
        using var bench = new ImportBench();
        var text = "Date de relevé;Index de début;Index de fin;Volume consommé (m3);Energie consommée (kWh);Coefficient de conversion;Température locale (°C)\n"
            + "03/11/2025;12480;12492;12;140;11,27;8,5\n04/11/2025;12492;12495;3;33,81;11,27;9\n";

        var outcome = bench.Run(
            bench.File(text, Encoding.GetEncoding(1252)), "format: grdf-daily\ndecimal: \",\"\nvalues: [ { building: ecole, carrier: NaturalGas } ]");

        Assert.Equal((2, 0), (outcome.Added, outcome.Refused.Count));
        Assert.Equal([140.0, 33.81], bench.All(Series).Select(value => value.Value));
    }

    [Theory]
    [InlineData("order", "00:00 00:30 01:00 01:30 02:00", 0)]
    [InlineData("first", "00:00 00:30 02:00", 2)]
    [InlineData("second", "01:00 01:30 02:00", 2)]
    [InlineData("refuse", "02:00", 4)]
    public void Run_AutumnHourTwice_IsReadAsTheMappingSays(string rule, string utc, int refused)
    {
        using var bench = new ImportBench();
        var text = "date,heure,kw\n2025-10-26,02:00,1\n2025-10-26,02:30,2\n2025-10-26,02:00,3\n2025-10-26,02:30,4\n2025-10-26,03:00,5\n";

        var outcome = bench.Run(bench.File(text), $$"""
            kind: power
            time: { column: date, clock: heure, step: 30min, ambiguous: {{rule}} }
            values: [ { column: kw, unit: kW, building: a, carrier: Electricity } ]
            """);

        Assert.Equal(refused, outcome.Refused.Count);
        Assert.Equal(utc, string.Join(' ', bench.All("energy/a/Electricity").Select(value => value.From.ToString("HH:mm", null))));
    }

    [Fact]
    public void Run_SpringHourThatNeverWas_IsRefused()
    {
        using var bench = new ImportBench();

        var outcome = bench.Run(bench.File("date,heure,kw\n2025-03-30,01:30,1\n2025-03-30,02:30,2\n2025-03-30,03:00,3\n"), """
            kind: power
            time: { column: date, clock: heure, step: 30min }
            values: [ { column: kw, unit: kW, building: a, carrier: Electricity } ]
            """);

        Assert.Contains("does not exist", Assert.Single(outcome.Refused).Reason, StringComparison.Ordinal);
        Assert.Equal([0.5, 1.5], bench.All("energy/a/Electricity").Select(value => value.Value));
        Assert.Equal(bench.All("energy/a/Electricity")[0].To, bench.All("energy/a/Electricity")[1].From);
    }

    [Fact]
    public void Run_Invoices_KeepEnergyMoneyAndNumber()
    {
        using var bench = new ImportBench();
        var text = "facture;site;du;au;kWh;montant TTC;nature\nF-1;ecole;01/01/2025;31/01/2025;12000;1 440,50;réel\nF-2;ecole;01/02/2025;28/02/2025;9000;1 100,00;estimé\n";

        bench.Run(bench.File(text), """
            kind: invoices
            decimal: ","
            note: facture
            estimated: { column: nature, texts: [estimé] }
            time: { column: du, to: au, format: dd/MM/yyyy }
            values:
              - { column: kWh, unit: kWh, building: "{site}", carrier: NaturalGas }
              - { column: montant TTC, unit: EUR, building: "{site}", carrier: NaturalGas }
            """);
        var (energy, money) = (bench.All("invoice/ecole/NaturalGas/kWh"), bench.All("invoice/ecole/NaturalGas/EUR"));

        Assert.Equal([(12000.0, false, "F-1"), (9000.0, true, "F-2")], energy.Select(one => (one.Value, one.Estimated, one.Note)));
        Assert.Equal([1440.5, 1100.0], money.Select(one => one.Value));
        Assert.Equal(energy[0].To, energy[1].From);
        Assert.Equal(31, (energy[0].To - energy[0].From).TotalDays);
    }

    [Fact]
    public void Parse_WrongMapping_NamesEveryFaultWithItsLine()
    {
        var (mapping, problems) = Analytics.Imports.Mapping.MappingFile.Parse(
            "kind: enrgy\ndecimal: ;\ntime: { column: a, zone: Europe/Parys, step: 3weeks }\nvalues:\n  - { column: b, unit: kW/h, building: x }\ncolour: red\n", "m.yaml");

        Assert.Null(mapping);
        Assert.Equal([1, 2, 3, 3, 5, 6], problems.Select(problem => problem.Line));
        Assert.Equal("m.yaml:6: 'colour' is not known here", problems[^1].ToString().Split(':', 4) is [var path, var line, var rest, ..] ? $"{path}:{line}:{rest}" : "");
    }

    [Fact]
    public void Run_FileWithoutTheColumns_SaysWhichItHas()
    {
        using var bench = new ImportBench();
        var run = new Analytics.Imports.ImportRun(bench.Store, bench.History, TimeProvider.System);

        var none = run.Run(bench.File("a;b\n1;2\n"), ImportBench.Mapping(Days), "test", dryRun: false);
        var one = run.Run(bench.File("Date;b\n01/10/2025;2\n"), ImportBench.Mapping(Days), "test", dryRun: false);

        Assert.Contains("'Date'", none.Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("no column 'Énergie'; it has: Date, b", one.Problem!.Message, StringComparison.Ordinal);
    }
}
