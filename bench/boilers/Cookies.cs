using System.Collections.Concurrent;
using System.Net;

namespace Telemetry.Bench.Boilers;

/// <summary>Cookies and redirects as a browser treats them on its own machine, where loopback counts as secure.</summary>
internal sealed class Cookies(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly ConcurrentDictionary<string, string> _kept = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var hop = 0; ; hop++)
        {
            request.Headers.Remove("Cookie");
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _kept.Select(pair => $"{pair.Key}={pair.Value}")));
            var answer = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
            {
                var parts = cookie.Split(';')[0].Split('=', 2);
                _kept[parts[0]] = parts[1];
            }

            if ((int)answer.StatusCode is < 300 or >= 400 || answer.Headers.Location is null || hop == 5)
            {
                answer.RequestMessage = request;
                return answer;
            }

            var next = new Uri(request.RequestUri!, answer.Headers.Location);
            answer.Dispose();
            request = new HttpRequestMessage(HttpMethod.Get, next);
        }
    }
}
