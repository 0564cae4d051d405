using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports;

/// <summary>How a boiler room was run over a period: what the operator and the inspector ask for.</summary>
public interface IOperation
{
    /// <summary>The figures of one boiler room over <c>[from, to)</c>.</summary>
    OperationReport Of(Equipment boiler, DateTimeOffset from, DateTimeOffset to);
}
