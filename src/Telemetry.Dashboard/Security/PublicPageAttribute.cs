namespace Telemetry.Dashboard.Security;

/// <summary>Marks a page that everyone may read, that sets no cookie and may be cached.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PublicPageAttribute : Attribute;
