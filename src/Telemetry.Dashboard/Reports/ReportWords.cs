using System.Globalization;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Reports.Frozen;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Reports;

/// <summary>Words of reports: on the page, in the PDF, in the list.</summary>
internal static class ReportWords
{
    public static readonly Phrase Title = new("Rapports", "Reports");
    public static readonly Phrase DayUnit = new("j", "d");
    public static readonly Phrase None = new("Aucun rapport n'est encore figé.", "No report is frozen yet.");
    public static readonly Phrase List = new("Rapports figés, du plus récent au plus ancien", "Frozen reports, newest first");
    public static readonly Phrase Number = new("Numéro", "Number");
    public static readonly Phrase Kind = new("Rapport", "Report");
    public static readonly Phrase FrozenOn = new("Figé le", "Frozen on");
    public static readonly Phrase By = new("Par", "By");
    public static readonly Phrase Freeze = new("Figer un rapport", "Freeze a report");
    public static readonly Phrase FreezeHelp = new("Un rapport figé reçoit un numéro et une empreinte, et ne change plus. Une correction crée la version suivante, avec son motif.", "A frozen report gets a number and a fingerprint, and never changes. A correction makes the next version, with its reason.");
    public static readonly Phrase Reason = new("Motif, pour une correction", "Reason, for a correction");
    public static readonly Phrase FreezeDo = new("Figer", "Freeze");
    public static readonly Phrase Period = new("Période", "Period");
    public static readonly Phrase ReasonNeeded = new("Ce rapport est déjà figé ({0}) et les chiffres ont changé : écrivez pourquoi il est corrigé.", "This report is frozen already ({0}) and its figures have changed: write why it is corrected.");
    public static readonly Phrase NothingChanged = new("Rien n'a changé depuis le rapport {0} : aucune version n'est créée.", "Nothing has changed since report {0}: no version is made.");
    public static readonly Phrase NotEnded = new("Cette période n'est pas terminée : un rapport se fige sur un mois ou une année entière.", "This period has not ended: a report is frozen over a whole month or year.");
    public static readonly Phrase TitleOf = new("{0}, {1}", "{0}, {1}");
    public static readonly Phrase Identity = new("Rapport n° {0}, version {1}, figé le {2} par {3}.", "Report no. {0}, version {1}, frozen on {2} by {3}.");
    public static readonly Phrase Correction = new("Motif de la correction : {0}", "Reason of the correction: {0}");
    public static readonly Phrase Fingerprint = new("Empreinte SHA-256 : {0}", "SHA-256 fingerprint: {0}");
    public static readonly Phrase Newer = new("Une version plus récente existe : {0}.", "There is a newer version: {0}.");
    public static readonly Phrase DataOf = new("Données du {0} à {1} : ce qui est arrivé après n'y est pas.", "Data of {0} at {1}: what came later is not in it.");
    public static readonly Phrase Perimeter = new("Périmètre : {0}.", "Perimeter: {0}.");
    public static readonly Phrase Factors = new("Facteurs d'émission : {0}. Station météo : {1}.", "Emission factors: {0}. Weather station: {1}.");
    public static readonly Phrase ToCheck = new("À vérifier avant de signer : {0}.", "To be checked before signing: {0}.");
    public static readonly Phrase Signature = new("Établi par : ______________________   le : ______________", "Established by: ______________________   on: ______________");
    public static readonly Phrase Pdf = new("PDF", "PDF");
    public static readonly Phrase PdfNone = new("Le PDF ne peut pas être fait : {0}", "The PDF cannot be made: {0}");
    public static readonly Phrase Files = new("Autres tableaux, en fichiers", "Other tables, as files");
    public static readonly Phrase MoreRows = new("Et {0} lignes de plus dans le fichier.", "And {0} more rows in the file.");
    public static readonly Phrase Method = new("Méthode fondée sur le lieu. La combustion (périmètre 1) et l'amont (périmètre 3) sont séparés ; électricité en périmètre 2, pertes et amont non séparés par la source. Aucun contrat d'énergie verte n'y est compté : le chiffre fondé sur le marché et le chiffre heure par heure sont à part, ne s'y ajoutent pas et ne s'y comparent pas.", "Location-based method. Burning (scope 1) and upstream (scope 3) stand apart; electricity in scope 2, losses and upstream not given apart by the source. No green supply contract is counted in it: the market-based and the hourly figures stand apart, are not added to it nor compared with it.");

    private static readonly Dictionary<string, Phrase> Words = new(StringComparer.Ordinal)
    {
        ["summary"] = new("Résumé", "Summary"), ["buildings"] = new("Par bâtiment", "By building"), ["days"] = new("Jour par jour", "Day by day"),
        ["months"] = new("Mois par mois", "Month by month"), ["trajectory"] = new("Trajectoire Éco Énergie Tertiaire", "Éco Énergie Tertiaire path"),
        ["sources"] = new("D'où viennent les jours", "Where the days come from"), ["scopes"] = new("Émissions par périmètre", "Emissions by scope"),
        ["emissions"] = new("Quantité × facteur = émission", "Quantity × factor = emission"), ["figure"] = new("Chiffre", "Figure"), ["value"] = new("Valeur", "Value"),
        ["unit"] = new("Unité", "Unit"), ["change"] = new("Évolution sur un an", "Change on the year"), ["coverage"] = new("Connu", "Known"),
        ["energy"] = new("Énergie", "Energy"), ["adjusted"] = new("À climat égal", "At equal climate"), ["carbon"] = new("Gaz à effet de serre", "Greenhouse gases"),
        ["cost"] = new("Coût TTC", "Cost with tax"), ["building"] = new("Bâtiment", "Building"), ["perSquareMetre"] = new("Par m²", "By m²"),
        ["deviation"] = new("Gaz, écart à l'attendu", "Gas, against expected"), ["total"] = new("Total", "Total"), ["span"] = new("Période", "Period"), ["year"] = new("Année", "Year"),
        ["measured"] = new("Mesuré", "Measured"), ["path"] = new("Chemin 2030", "2030 path"), ["scope"] = new("Périmètre", "Scope"), ["category"] = new("Poste BEGES", "BEGES line"),
        ["emission"] = new("Émission", "Emission"), ["carrier"] = new("Énergie", "Energy"), ["quantity"] = new("Quantité", "Quantity"), ["factor"] = new("Facteur", "Factor"),
        ["factorName"] = new("Nom du facteur", "Factor name"), ["factorUnit"] = new("Unité du facteur", "Factor unit"), ["perimeter"] = new("Contenu", "Content"),
        ["factorYear"] = new("Année du facteur", "Factor year"), ["uncertainty"] = new("Incertitude", "Uncertainty"), ["source"] = new("Source", "Source"), ["operat"] = new("Tableau pour OPERAT", "Table for OPERAT"), ["role"] = new("Rôle", "Role"), ["owner"] = new("propriétaire", "owner"),
        ["activity"] = new("Usage", "Use"), ["area"] = new("Surface", "Area"), ["problems"] = new("Ce qui manque", "What lacks"), ["School"] = new("École", "School"),
        ["Gymnasium"] = new("Gymnase", "Gymnasium"), ["TownHall"] = new("Mairie", "Town hall"), ["Nursery"] = new("Crèche", "Nursery"),
        ["Electricity"] = FigureWords.Electricity, ["NaturalGas"] = FigureWords.NaturalGas, ["Metered"] = new("Compteurs", "Meters"), ["Imported"] = new("Distributeur", "Distributor"),
        ["Invoiced"] = new("Factures", "Invoices"), ["Missing"] = new("Manquants", "Missing"), ["Direct"] = new("1, direct", "1, direct"), ["Energy"] = new("2, énergie", "2, energy"),
        ["Other"] = new("3, autre", "3, other"), ["StationaryCombustion"] = new("1.1 Combustion sur place", "1.1 Stationary combustion"), ["Upstream"] = new("4.1 Amont de l'énergie", "4.1 Upstream of energy"),
        ["reason"] = new("Pourquoi il n'y a pas de chiffre", "Why there is no figure"),
        ["marketBased"] = new("Fondé sur le marché (contrats et mix résiduel), à part", "Market-based (contracts and residual mix), apart"),
        ["timed"] = new("Électricité heure par heure, à part", "Electricity hour by hour, apart"), ["supply"] = new("Fourniture", "Supply"), ["grid"] = new("Réseau", "Grid"),
        ["intensity"] = new("Ce que compte l'intensité", "What the intensity counts"), ["mean"] = new("Moyenne pondérée", "Weighted mean"),
        ["DirectProduction"] = new("direct, électricité produite", "direct, electricity produced"), ["DirectConsumption"] = new("direct, électricité consommée", "direct, electricity consumed"),
        ["LifeCycleConsumption"] = new("cycle de vie, électricité consommée", "life cycle, electricity consumed"),
        ["OtherEnergy"] = new("2.2 Autre énergie", "2.2 Other energy"),
    };

    /// <summary>A report's kind.</summary>
    public static Phrase Of(ReportKind kind) => kind switch
    {
        ReportKind.Monthly => new("Rapport mensuel", "Monthly report"),
        ReportKind.Yearly => new("Rapport annuel", "Yearly report"),
        _ => new("Bilan carbone des bâtiments", "Carbon report of the buildings"),
    };

    /// <summary>A word of a table in this language; a reason of absence in words; anything else as it stands.</summary>
    public static string Say(string word, Language language) =>
        Words.TryGetValue(word, out var phrase) ? language.Say(phrase)
        : Enum.TryParse<FigureProblem>(word, out var problem) && problem != FigureProblem.None && !char.IsAsciiDigit(word[0]) ? language.Say(FigureWords.Missing) + " (" + language.Say(FigureWords.Why(problem)) + ")"
        : word;

    /// <summary>A cell as it is printed.</summary>
    public static string Print(ReportColumn column, ReportCell cell, Language language) => cell switch
    {
        { Number: { } number } when column is { Unit: "%", Key: "change" or "deviation" } => language.Change(number),
        { Number: { } year } when column.Key == "factorYear" => year.ToString("0", CultureInfo.InvariantCulture),
        { Number: { } number } when column.Unit == "%" => language.Percent(number),
        { Number: { } number } => language.Number(number, column.Decimals),
        { Text: { } text } => Say(text, language),
        _ => "—",
    };

    /// <summary>A column's heading with its unit.</summary>
    public static string Heading(ReportColumn column, Language language) =>
        column.Unit is "" or "%" ? Say(column.Key, language) : Say(column.Key, language) + ", " + (column.Unit switch { "EUR" => "€", "d" => language.Say(DayUnit), _ => column.Unit });
}
