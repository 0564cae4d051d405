using System.Diagnostics;
using System.Globalization;
using Telemetry.Bench.Dossier;

// dossier-bench FOLDER YEAR ROOMS: the files of a centre that has followed so many boiler rooms through a year.
var (folder, year, rooms) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2], CultureInfo.InvariantCulture));
var watch = Stopwatch.StartNew();
Books.Write(folder, rooms, new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero));
var rows = Past.Write(Path.Combine(folder, "history.db"), year, rooms);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} samples of {rooms} boiler rooms, {new FileInfo(Path.Combine(folder, "history.db")).Length / 1048576} MiB, written in {watch.Elapsed.TotalSeconds:0} s"));
