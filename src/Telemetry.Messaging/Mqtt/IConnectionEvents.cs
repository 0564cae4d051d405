namespace Telemetry.Messaging.Mqtt;

/// <summary>What one connection tells its link, always on the link's thread.</summary>
internal interface IConnectionEvents
{
    /// <summary>The broker accepted us.</summary>
    /// <param name="sessionKept">It kept our session from an earlier connection.</param>
    void OnAccepted(bool sessionKept);

    /// <summary>A message came.</summary>
    void OnMessage(MqttMessage message);

    /// <summary>Something worth a line in the log, while the connection goes on.</summary>
    void OnProblem(string problem);

    /// <summary>A handler threw: said, never fatal.</summary>
    void OnHandlerFailed(Exception problem);
}
