namespace Telemetry.Model.Control;

/// <summary>What is known of each refusal.</summary>
public static class RefusalFacts
{
    extension(Refusal refusal)
    {
        /// <summary>The interlock that says no, by its number in <c>docs/safety.md</c>; empty where no interlock is concerned.</summary>
        public string Interlock => refusal switch
        {
            Refusal.Protected or Refusal.NotWritable or Refusal.UnknownPoint => "S01",
            Refusal.LocalMode or Refusal.LocalUnclear => "S03",
            Refusal.Late or Refusal.Retained => "S05",
            Refusal.NoAnswer or Refusal.StaleState or Refusal.ReadBackDiffers or Refusal.DeviceRejected => "S06",
            Refusal.WriteBudgetSpent => "S07",
            Refusal.EndInThePast or Refusal.EndTooFar or Refusal.ReasonMissing => "S08",
            Refusal.FrostProtection => "S09",
            Refusal.SensorLost => "S10",
            Refusal.EquipmentWait => "S11",
            Refusal.FlowLimit => "S13",
            Refusal.ClockUncertain => "S17",
            Refusal.Reserved => "S20",
            Refusal.InSafety or Refusal.NoOnSiteRelease or Refusal.WrongCode => "S22",
            Refusal.PlantFault => "S23",
            Refusal.BelowMinimum or Refusal.AboveMaximum or Refusal.NotANumber or Refusal.ProgrammeInvalid or Refusal.ProgrammeStale => "S28",
            Refusal.TooFast => "S29",
            _ => "",
        };
    }
}
