using System.Reflection;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control;
using Telemetry.Gateway.Tests.Control.Histories;
using Telemetry.Model.Control;

namespace Telemetry.Bench.Orders;

/// <summary>Does the witness bite? Each interlock is switched off in turn, in this process only, and the same histories are lived.</summary>
internal static class Bite
{
    internal static int Run(int sequences, int events, int first, DeviceConfiguration school)
    {
        var rules = (Func<Order, ControlSnapshot, Verdict>[])typeof(Telemetry.Gateway.Control.Interlocks).GetField("Rules", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        Console.WriteLine($"| interlock switched off | wrong histories of {sequences} | the first of them |\n| --- | --- | --- |");
        for (var place = 0; place < rules.Length; place++)
        {
            var rule = rules[place];
            rules[place] = (_, _) => Verdict.Pass;
            var (wrong, seen) = (0, "");
            for (var seed = first; seed < first + sequences; seed++)
            {
                using var history = new History(seed, school, ControlFile.Open(":memory:", out _));
                try
                {
                    if (history.Live(events) is [var why, ..])
                    {
                        (wrong, seen) = (wrong + 1, seen.Length == 0 ? $"seed {seed}: {why}" : seen);
                    }
                }
                catch (Exception broken) when (broken is NullReferenceException or InvalidOperationException or KeyNotFoundException)
                {
                    (wrong, seen) = (wrong + 1, seen.Length == 0 ? $"seed {seed}: {broken.GetType().Name}" : seen);
                }
            }

            rules[place] = rule;
            Console.WriteLine($"| {rule.Method.DeclaringType!.Name}.{rule.Method.Name} | {wrong} | {seen.Replace('|', '/')[..Math.Min(150, seen.Length)]} |");
        }

        return 0;
    }
}
