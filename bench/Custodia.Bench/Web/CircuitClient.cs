using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Custodia.Bench.Web;

/// <summary>
/// An open page as a browser keeps it: the page, a real connection over WebSocket, its circuit with the page's components, each
/// picture taken and acknowledged, and each call of the page's script answered.
/// </summary>
internal sealed partial class CircuitClient : IDisposable
{
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstPicture = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly TaskCompletionSource _shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _closing = new();
    private int _pictures;

    /// <summary>How many pictures the page was sent.</summary>
    public int Pictures => Volatile.Read(ref _pictures);

    /// <summary>Whether the connection stands.</summary>
    public bool IsOpen => _socket.State == WebSocketState.Open;

    /// <summary>Opens a page.</summary>
    /// <param name="client">Gets the page.</param>
    /// <param name="server">Address of the server.</param>
    /// <param name="path">Which page.</param>
    /// <param name="session">Key of the session.</param>
    public static async Task<CircuitClient> Open(HttpClient client, Uri server, string path, string session)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, path));
        request.Headers.Add("Cookie", "custodia-session=" + session);
        using var response = await client.SendAsync(request);
        var page = await response.Content.ReadAsStringAsync();
        var markers = Marker().Matches(page).Select(match => match.Groups[1].Value).ToList();
        if (markers.Count == 0)
            throw new InvalidOperationException($"The page {path} has nothing to take over: {response.StatusCode}.");
        var circuit = new CircuitClient();
        await circuit.Start(server, path, session, markers, State().Match(page).Groups[1].Value);
        return circuit;
    }

    public void Dispose()
    {
        _closing.Cancel();
        _socket.Dispose();
        _closing.Dispose();
        _sending.Dispose();
    }

    private async Task Start(Uri server, string path, string session, List<string> markers, string state)
    {
        _socket.Options.SetRequestHeader("Cookie", "custodia-session=" + session);
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await _socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
        await _socket.SendAsync(Encoding.UTF8.GetBytes("""{"protocol":"blazorpack","version":1}""" + '\u001e'),
            WebSocketMessageType.Binary, true, default);
        await _socket.ReceiveAsync(new byte[256].AsMemory(), CancellationToken.None);
        _ = Listen(markers, state);
        await Send(BlazorPack.Call("0", "StartCircuit", server.ToString(), new Uri(server, path).ToString(), "[]", ""));
        await _shown.Task.WaitAsync(FirstPicture);
        _ = Live();
    }

    private async Task Send(byte[] message)
    {
        await _sending.WaitAsync(_closing.Token);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Binary, true, _closing.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task Listen(List<string> markers, string state)
    {
        var buffer = new byte[4 * 1024];
        var waiting = new MemoryStream();
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(buffer.AsMemory(), _closing.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                    break;
                waiting.Write(buffer, 0, received.Count);
                foreach (var message in Taken(ref waiting))
                    await Answer(message, markers, state);
            }

            _shown.TrySetException(new InvalidOperationException("The server closed the circuit."));
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            _shown.TrySetException(exception);
        }
    }

    private static List<List<object?>> Taken(ref MemoryStream waiting)
    {
        var bytes = new ReadOnlySpan<byte>(waiting.GetBuffer(), 0, (int)waiting.Length);
        var messages = new List<List<object?>>();
        while (BlazorPack.Next(ref bytes) is { } message)
            messages.Add(message);
        if (messages.Count > 0)
        {
            var left = new MemoryStream();
            left.Write(bytes);
            waiting = left;
        }

        return messages;
    }

    private async Task Answer(List<object?> message, List<string> markers, string state)
    {
        if (message is [3L, ..])
        {
            var operations = markers.Select((marker, i) => $$"""{"type":"add","ssrComponentId":{{i + 1}},"marker":{{marker}}}""");
            await Send(BlazorPack.Call(null, "UpdateRootComponents",
                $$"""{"batchId":1,"operations":[{{string.Join(',', operations)}}]}""", state));
            return;
        }

        if (message is not [1L, _, _, string target, List<object?> arguments, ..])
            return;
        switch (target)
        {
            case "JS.RenderBatch":
                await Send(BlazorPack.Call(null, "OnRenderCompleted", arguments[0], null));
                Interlocked.Increment(ref _pictures);
                _shown.TrySetResult();
                break;
            case "JS.BeginInvokeJS" when arguments[0] is long and not 0:
                await Send(BlazorPack.Call(null, "EndInvokeJSFromDotNet", arguments[0], true, $"[{arguments[0]},true,null]"));
                break;
            case "JS.Error":
                _shown.TrySetException(new InvalidOperationException(arguments[0]?.ToString()));
                break;
            default:
                break;
        }
    }

    private async Task Live()
    {
        try
        {
            while (IsOpen)
            {
                await Task.Delay(SignOfLife, _closing.Token);
                await Send(BlazorPack.Ping());
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The connection ended; IsOpen says so.
        }
    }

    [GeneratedRegex("<!--Blazor:(\\{\"type\":\"server\".*?\\})-->", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->", RegexOptions.CultureInvariant)]
    private static partial Regex State();
}
