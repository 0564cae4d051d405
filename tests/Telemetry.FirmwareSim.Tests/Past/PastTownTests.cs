using System.Globalization;
using FirmwareSim.Past;

namespace Telemetry.FirmwareSim.Tests.Past;

public sealed class PastTownTests
{
    /// <summary>Three years of days: the old pair of the school gives about four fifths of its gas, the condensing boiler of the town hall over nine tenths.</summary>
    [Theory]
    [InlineData("ecole-jules-ferry", 0.75, 0.84)]
    [InlineData("mairie", 0.90, 0.97)]
    public void Write_HeatOfTheMeteredBoilers_IsTheirShareOfTheGas(string building, double least, double most)
    {
        var folder = Directory.CreateTempSubdirectory("past-").FullName;
        try
        {
            PastTown.Write(folder, new DateOnly(2024, 1, 1), seed: 1);
            var (heat, gas) = (Days(folder, "chaleur-jours.csv", building), Days(folder, "gaz-jours.csv", building));

            Assert.Equal(gas.Keys, heat.Keys);
            Assert.Equal(1095, heat.Count);
            Assert.All(heat, day => Assert.InRange(day.Value, 0, gas[day.Key]));
            Assert.InRange(heat.Values.Sum() / gas.Values.Sum(), least, most);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Dictionary<string, double> Days(string folder, string file, string column)
    {
        var rows = File.ReadAllLines(Path.Combine(folder, file)).Skip(1).Select(line => line.Split(';')).ToList();
        var place = Array.IndexOf(rows[0], column);
        return rows.Skip(1).ToDictionary(row => row[0], row => double.Parse(row[place].Replace(',', '.'), CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }
}
