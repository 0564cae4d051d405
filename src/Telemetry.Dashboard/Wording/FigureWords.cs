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
    public static readonly Phrase EmptyPeriod = new("la période est vide", "the period is empty");
    public static readonly Phrase AbsurdDate = new("la date n'est pas crédible", "the date cannot be right");
    public static readonly Phrase TooFewPoints = new("trop peu de relevés pour ce calcul", "too few readings for this");
    public static readonly Phrase LowCoverage = new("trop peu de la période est mesuré", "too little of the period is measured");
    public static readonly Phrase UnequalCoverage = new("les deux périodes ne sont pas mesurées de la même façon", "the two periods are not measured alike");
    public static readonly Phrase UnknownUnit = new("unité inconnue ou différente", "unit unknown or different");
    public static readonly Phrase ImpossibleValue = new("valeur impossible", "impossible value");
    public static readonly Phrase NoTable = new("aucune valeur réglementaire vérifiée pour ce cas", "no verified regulatory value for this case");
    public static readonly Phrase NoModel = new("aucun modèle ne convient à ces relevés", "no model fits these readings");
    public static readonly Phrase NoTariff = new("aucun tarif pour une partie de la période", "no tariff for a part of the period");
    public static readonly Phrase Unknown = new("valeur inexploitable", "unusable value");
    public static readonly Phrase PowerNow = new("Puissance électrique maintenant", "Electric power now");
    public static readonly Phrase EnergyToday = new("Énergie aujourd'hui", "Energy today");
    public static readonly Phrase EnergyMonth = new("Énergie ce mois-ci", "Energy this month");
    public static readonly Phrase CarbonToday = new("Gaz à effet de serre aujourd'hui", "Greenhouse gases today");
    public static readonly Phrase CarbonMonth = new("Gaz à effet de serre ce mois-ci", "Greenhouse gases this month");
    public static readonly Phrase Electricity = new("Électricité", "Electricity");
    public static readonly Phrase NaturalGas = new("Gaz naturel", "Natural gas");
    public static readonly Phrase FuelOil = new("Fioul domestique", "Fuel oil");
    public static readonly Phrase Propane = new("Propane, butane", "Propane, butane");
    public static readonly Phrase WoodPellets = new("Granulés de bois", "Wood pellets");
    public static readonly Phrase WoodLogs = new("Bûches", "Wood logs");
    public static readonly Phrase WoodChips = new("Plaquettes de bois", "Wood chips");
    public static readonly Phrase DistrictHeat = new("Réseau de chaleur", "District heat");
    public static readonly Phrase DistrictCooling = new("Réseau de froid", "District cooling");
    public static readonly Phrase OtherCarrier = new("Autre énergie", "Other energy");

    /// <summary>Why a figure has no value.</summary>
    public static Phrase Why(FigureProblem problem) => problem switch
    {
        FigureProblem.NoMeter => NoMeter,
        FigureProblem.NoReading => NoReading,
        FigureProblem.NoFactor => NoFactor,
        FigureProblem.NoDenominator => NoDenominator,
        FigureProblem.EmptyPeriod => EmptyPeriod,
        FigureProblem.AbsurdDate => AbsurdDate,
        FigureProblem.TooFewPoints => TooFewPoints,
        FigureProblem.LowCoverage => LowCoverage,
        FigureProblem.UnequalCoverage => UnequalCoverage,
        FigureProblem.UnknownUnit => UnknownUnit,
        FigureProblem.ImpossibleValue => ImpossibleValue,
        FigureProblem.NoTable => NoTable,
        FigureProblem.NoModel => NoModel,
        FigureProblem.NoTariff => NoTariff,
        _ => Unknown,
    };

    /// <summary>The name of an energy.</summary>
    public static Phrase Carrier(Model.Energy.Carrier carrier) => carrier switch
    {
        Model.Energy.Carrier.Electricity => Electricity,
        Model.Energy.Carrier.NaturalGas => NaturalGas,
        Model.Energy.Carrier.FuelOil => FuelOil,
        Model.Energy.Carrier.Propane => Propane,
        Model.Energy.Carrier.WoodPellets => WoodPellets,
        Model.Energy.Carrier.WoodLogs => WoodLogs,
        Model.Energy.Carrier.WoodChips => WoodChips,
        Model.Energy.Carrier.DistrictHeat => DistrictHeat,
        Model.Energy.Carrier.DistrictCooling => DistrictCooling,
        _ => OtherCarrier,
    };
}
