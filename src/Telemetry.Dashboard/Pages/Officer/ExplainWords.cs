using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>Words behind « Comment est-ce calculé ? » of the estate: the same formulas as the documentation.</summary>
internal static class ExplainWords
{
    public static readonly Phrase Title = new("Comment est calculé : {0}", "How it is worked out: {0}");
    public static readonly Phrase Back = new("Retour au patrimoine", "Back to the estate");
    public static readonly Phrase EnergyText = new("Chaque jour d'un bâtiment a une seule source : ses compteurs relevés par la passerelle s'ils couvrent au moins 90 % du jour, sinon la courbe du distributeur importée, sinon la facture répartie sur ses jours. Le total est la somme de ces jours ; gaz en kWh PCS.", "Each day of a building has one source: its meters read by the gateway when they cover at least 90% of the day, else the distributor's imported curve, else the invoice shared over its days. The total is the sum of those days; gas in kWh of higher heating value.");
    public static readonly Phrase ClimateText = new("Évolution à climat égal : la part de gaz au-dessus du talon est multipliée par les degrés-jours moyens (base 18 °C, méthode professionnelle, station {0}) divisés par ceux de la période ; le reste ne suit pas la météo. Les deux périodes doivent être connues à 90 % au moins et de la même façon.", "Change at equal climate: gas above its base load is multiplied by the mean degree days (base 18 °C, professional method, station {0}) divided by those of the period; the rest does not follow the weather. Both periods must be known to 90% at least, and alike.");
    public static readonly Phrase CarbonText = new("Énergie × facteur d'émission de l'année, méthode fondée sur le lieu. La combustion du gaz est au périmètre 1, l'électricité au périmètre 2, l'amont du gaz au périmètre 3. Facteurs : {0}.", "Energy × the year's emission factor, location-based. Burning gas is in scope 1, electricity in scope 2, upstream of gas in scope 3. Factors: {0}.");
    public static readonly Phrase Market = new("À part, électricité fondée sur le marché (contrats avec leur preuve, reste au mix résiduel) : {0}. Ne remplace pas le chiffre ci-dessus.", "Apart, market-based electricity (contracts with their evidence, the rest at the residual mix): {0}. It does not replace the figure above.");
    public static readonly Phrase NoMarket = new("Électricité fondée sur le marché : pas de chiffre ({0}). Les contrats et le mix résiduel se déclarent dans supply.yaml.", "Market-based electricity: no figure ({0}). Contracts and residual mix are declared in supply.yaml.");
    public static readonly Phrase Timed = new("À part, électricité heure par heure, {0} ({1}) : {2}, soit {3} g par kWh, sur {4} du temps. Pour choisir quand consommer, pas pour un bilan.", "Apart, electricity hour by hour, {0} ({1}): {2}, that is {3} g a kWh, over {4} of the time. To choose when to use, not for accounts.");
    public static readonly Phrase TimedNone = new("Électricité heure par heure, {0} : pas de chiffre ({1}).", "Electricity hour by hour, {0}: no figure ({1}).");
    public static readonly Phrase NoTimed = new("Électricité heure par heure : aucune intensité du réseau n'est importée.", "Electricity hour by hour: no grid intensity is imported.");
    public static readonly Phrase CostText = new("Somme des factures importées, taxes comprises, réparties sur leurs jours. Un jour sans facture n'a pas de coût connu : il manque, il ne vaut pas zéro.", "Sum of the imported invoices, tax included, shared over their days. A day without invoice has no known cost: it is missing, not zero.");
    public static readonly Phrase DataText = new("Jours de la période par source. Un jour manquant n'est jamais compté comme zéro.", "Days of the period by source. A missing day is never counted as zero.");
    public static readonly Phrase PathText = new("Énergie finale en kWh PCI (gaz PCS ÷ 1,111), corrigée du climat comme ci-dessus, tout le gaz compté comme chauffage. Référence : la première année connue à 90 % au moins. Objectifs du décret tertiaire : −40 % en 2030, −50 % en 2040, −60 % en 2050. Le chemin droit entre la référence et 2030 est indicatif : il n'est pas réglementaire. Estimation, pas une attestation OPERAT.", "Final energy in kWh of lower heating value (gas ÷ 1.111), weather-corrected as above, all gas counted as heating. Reference: the first year known to 90% at least. Targets of the French tertiary decree: −40% in 2030, −50% in 2040, −60% in 2050. The straight path between the reference and 2030 is indicative, not regulatory. An estimate, not an OPERAT certificate.");
    public static readonly Phrase Result = new("Résultat : {0}.", "Result: {0}.");
    public static readonly Phrase Absent = new("Ce chiffre ne peut pas être donné : {0}.", "This figure cannot be given: {0}.");
    public static readonly Phrase Period = new("Période : {0}, du {1} au {2} inclus", "Period: {0}, from {1} to {2} included");
    public static readonly Phrase Known = new("Part connue : {0} ; dont estimé : {1}", "Known part: {0}; of which estimated: {1}");
    public static readonly Phrase Perimeter = new("Périmètre : {0}", "Perimeter: {0}");
    public static readonly Phrase Lines = new("Lignes dont la somme est le résultat", "Lines that sum to the result");
    public static readonly Phrase Line = new("Ligne", "Line");
    public static readonly Phrase Scope = new("Périmètre", "Scope");
    public static readonly Phrase Quantity = new("Quantité", "Quantity");
    public static readonly Phrase Factor = new("Facteur", "Factor");
    public static readonly Phrase Part = new("Résultat", "Result");
    public static readonly Phrase Sources = new("Facteurs et sources", "Factors and sources");
    public static readonly Phrase FactorLine = new("{0} : {1}, {2}, année {3}, incertitude {4}. {5}", "{0}: {1}, {2}, year {3}, uncertainty {4}. {5}");
    public static readonly Phrase NotPublished = new("non publiée", "not published");
    public static readonly Phrase Formula = new("Toutes les formules : documentation, docs/indicators.md", "All formulas: documentation, docs/indicators.md");
    public static readonly Phrase Days = new("{0} j", "{0} d");

    /// <summary>A source's name.</summary>
    public static Phrase Of(EnergySource source) => source switch
    {
        EnergySource.Metered => new("Compteurs", "Meters"),
        EnergySource.Imported => new("Distributeur", "Distributor"),
        EnergySource.Invoiced => new("Factures", "Invoices"),
        _ => new("Manquant", "Missing"),
    };

    /// <summary>A scope's name.</summary>
    public static Phrase Of(Scope scope) => scope switch
    {
        Telemetry.Analytics.Indicators.Carbon.Scope.Direct => new("1, combustion sur place", "1, burnt on site"),
        Telemetry.Analytics.Indicators.Carbon.Scope.Energy => new("2, électricité", "2, electricity"),
        _ => new("3, amont", "3, upstream"),
    };
}
