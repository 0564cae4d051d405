using Telemetry.Analytics.Indicators;

namespace Telemetry.Dashboard.Wording;

/// <summary>Words around figures, the same on every page.</summary>
internal static class FigureWords
{
    public static readonly Phrase Partial = new("Mesuré sur {0} de la période : le vrai total est plus grand.", "Measured over {0} of the period: the true total is larger.");
    public static readonly Phrase Missing = new("donnée manquante", "missing data");
    public static readonly Phrase Coverage = new("mesuré sur {0} de la période", "measured over {0} of the period");
    public static readonly Phrase HowComputed = new("Comment est-ce calculé ?", "How is this worked out?");
    public static readonly Phrase NoMeter = new("aucun compteur de ce type", "no meter of this kind");
    public static readonly Phrase NoReading = new("aucun relevé exploitable sur la période", "no usable reading in the period");
    public static readonly Phrase NoFactor = new("aucun facteur d'émission pour cette énergie et cette année", "no emission factor for this energy and year");
    public static readonly Phrase NoDenominator = new("le diviseur manque ou vaut zéro", "the divisor is missing or zero");
    public static readonly Phrase Unknown = new("valeur inexploitable", "unusable value");
    public static readonly Phrase PowerNow = new("Puissance électrique maintenant", "Electric power now");
    public static readonly Phrase EnergyToday = new("Énergie aujourd'hui", "Energy today");
    public static readonly Phrase EnergyMonth = new("Énergie ce mois-ci", "Energy this month");
    public static readonly Phrase CarbonToday = new("Gaz à effet de serre aujourd'hui", "Greenhouse gases today");
    public static readonly Phrase CarbonMonth = new("Gaz à effet de serre ce mois-ci", "Greenhouse gases this month");
    public static readonly Phrase Electricity = new("Électricité", "Electricity");
    public static readonly Phrase NaturalGas = new("Gaz naturel", "Natural gas");
    public static readonly Phrase OtherCarrier = new("Autre énergie", "Other energy");

    /// <summary>Why a figure has no value.</summary>
    public static Phrase Why(FigureProblem problem) => problem switch
    {
        FigureProblem.NoMeter => NoMeter,
        FigureProblem.NoReading => NoReading,
        FigureProblem.NoFactor => NoFactor,
        FigureProblem.NoDenominator => NoDenominator,
        _ => Unknown,
    };

    /// <summary>The name of an energy.</summary>
    public static Phrase Carrier(Model.Energy.Carrier carrier) => carrier switch
    {
        Model.Energy.Carrier.Electricity => Electricity,
        Model.Energy.Carrier.NaturalGas => NaturalGas,
        _ => OtherCarrier,
    };
}
