using System.Runtime.InteropServices;

namespace Telemetry.Messaging.Mqtt;

/// <summary>The words of Eclipse libmosquitto 2.0 that we use: one connection, driven by our own thread.</summary>
internal static unsafe partial class Mosquitto
{
    internal const int Success = 0;
    internal const int NoConnection = 4;
    internal const int TlsError = 8;
    internal const int SystemError = 14;
    internal const int LookupError = 15;
    internal const int KeepAliveExpired = 19;
    internal const int ProtocolVersion = 1;
    internal const int TcpNoDelay = 11;
    internal const int FirstReason = 0x80;
    internal const int LogError = 8;
    private const string Library = "libmosquitto.so.1";

    private static readonly Lazy<int> Ready = new(() => Load(Library));

    /// <summary>Loads the library once for the process.</summary>
    /// <exception cref="DllNotFoundException">It is not installed; the message says what to type.</exception>
    internal static void EnsureLoaded() => _ = Ready.Value;

    internal static int Load(string library) =>
        NativeLibrary.TryLoad(library, out _)
            ? LibraryInit()
            : throw new DllNotFoundException($"The MQTT library {library} is not on this machine. Type: sudo apt-get install libmosquitto1");

    [LibraryImport(Library, EntryPoint = "mosquitto_lib_init")]
    private static partial int LibraryInit();

    [LibraryImport(Library, EntryPoint = "mosquitto_new", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    internal static partial nint New(string clientId, [MarshalAs(UnmanagedType.U1)] bool cleanSession, nint context);

    [LibraryImport(Library, EntryPoint = "mosquitto_destroy")]
    internal static partial void Destroy(nint mosquitto);

    [LibraryImport(Library, EntryPoint = "mosquitto_threaded_set")]
    internal static partial int SetThreaded(nint mosquitto, [MarshalAs(UnmanagedType.U1)] bool threaded);

    [LibraryImport(Library, EntryPoint = "mosquitto_int_option")]
    internal static partial int SetOption(nint mosquitto, int option, int value);

    [LibraryImport(Library, EntryPoint = "mosquitto_username_pw_set", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SetUser(nint mosquitto, string? user, string? password);

    [LibraryImport(Library, EntryPoint = "mosquitto_will_set", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SetWill(
        nint mosquitto, string topic, int length, byte* payload, int qos, [MarshalAs(UnmanagedType.U1)] bool retain);

    [LibraryImport(Library, EntryPoint = "mosquitto_tls_set", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SetTls(nint mosquitto, string caFile, string? caPath, string? certificate, string? key, nint password);

    [LibraryImport(Library, EntryPoint = "mosquitto_connect_bind_async", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    internal static partial int Connect(nint mosquitto, string host, int port, int keepAliveSeconds, string? bindAddress);

    [LibraryImport(Library, EntryPoint = "mosquitto_connect_bind_v5", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ConnectWaiting(nint mosquitto, string host, int port, int keepAliveSeconds, string? bindAddress, nint properties);

    /// <summary>Leaves the properties of every later CONNECT with the library.</summary>
    /// <remarks>
    /// Only its waiting connect takes properties, and would hold our thread until the system gives an address up. It keeps them before it looks at the
    /// port: with one that cannot be, it stops there, and the connect that does not wait sends them.
    /// </remarks>
    internal static void KeepConnectProperties(nint mosquitto, nint properties) => _ = ConnectWaiting(mosquitto, "localhost", -1, 60, null, properties);

    [LibraryImport(Library, EntryPoint = "mosquitto_property_add_int32")]
    internal static partial int AddNumber(ref nint properties, int identifier, uint value);

    [LibraryImport(Library, EntryPoint = "mosquitto_property_free_all")]
    internal static partial void FreeAll(ref nint properties);

    [LibraryImport(Library, EntryPoint = "mosquitto_disconnect")]
    internal static partial int Disconnect(nint mosquitto);

    [LibraryImport(Library, EntryPoint = "mosquitto_publish", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Publish(
        nint mosquitto, out int messageId, string topic, int length, byte* payload, int qos, [MarshalAs(UnmanagedType.U1)] bool retain);

    [LibraryImport(Library, EntryPoint = "mosquitto_subscribe", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Subscribe(nint mosquitto, out int messageId, string filter, int qos);

    [LibraryImport(Library, EntryPoint = "mosquitto_unsubscribe", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Unsubscribe(nint mosquitto, out int messageId, string filter);

    [LibraryImport(Library, EntryPoint = "mosquitto_socket")]
    internal static partial int Socket(nint mosquitto);

    [LibraryImport(Library, EntryPoint = "mosquitto_want_write")]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool WantsToWrite(nint mosquitto);

    [LibraryImport(Library, EntryPoint = "mosquitto_loop_read", SetLastError = true)]
    internal static partial int Read(nint mosquitto, int packets);

    [LibraryImport(Library, EntryPoint = "mosquitto_loop_write", SetLastError = true)]
    internal static partial int Write(nint mosquitto, int packets);

    [LibraryImport(Library, EntryPoint = "mosquitto_loop_misc", SetLastError = true)]
    internal static partial int KeepAlive(nint mosquitto);

    [LibraryImport(Library, EntryPoint = "mosquitto_connect_with_flags_callback_set")]
    internal static partial void OnConnect(nint mosquitto, delegate* unmanaged[Cdecl]<nint, nint, int, int, void> callback);

    [LibraryImport(Library, EntryPoint = "mosquitto_disconnect_callback_set")]
    internal static partial void OnDisconnect(nint mosquitto, delegate* unmanaged[Cdecl]<nint, nint, int, void> callback);

    [LibraryImport(Library, EntryPoint = "mosquitto_publish_callback_set")]
    internal static partial void OnPublish(nint mosquitto, delegate* unmanaged[Cdecl]<nint, nint, int, void> callback);

    [LibraryImport(Library, EntryPoint = "mosquitto_subscribe_callback_set")]
    internal static partial void OnSubscribe(nint mosquitto, delegate* unmanaged[Cdecl]<nint, nint, int, int, int*, void> callback);

    [LibraryImport(Library, EntryPoint = "mosquitto_message_callback_set")]
    internal static partial void OnMessage(nint mosquitto, delegate* unmanaged[Cdecl]<nint, nint, Message*, void> callback);

    [LibraryImport(Library, EntryPoint = "mosquitto_log_callback_set")]
    internal static partial void OnLog(nint mosquitto, delegate* unmanaged[Cdecl]<nint, nint, int, byte*, void> callback);

    [LibraryImport(Library, EntryPoint = "mosquitto_strerror")]
    private static partial nint ErrorText(int code);

    [LibraryImport(Library, EntryPoint = "mosquitto_connack_string")]
    private static partial nint RefusalText(int code);

    [LibraryImport(Library, EntryPoint = "mosquitto_reason_string")]
    private static partial nint ReasonText(int code);

    /// <summary>What the broker said when it refused or ended something: a code of MQTT 3.1.1, or a reason of MQTT 5.</summary>
    internal static string Refusal(int code) => code switch
    {
        1 or 0x84 => "it does not speak this version of MQTT",
        >= FirstReason => Marshal.PtrToStringUTF8(ReasonText(code)) ?? "",
        _ => Marshal.PtrToStringUTF8(RefusalText(code)) ?? "",
    };

    /// <summary>What the library says of one of its codes; call it right after the call that failed.</summary>
    internal static string Error(int code) => code switch
    {
        SystemError => Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()),
        LookupError => "the host name cannot be found",
        KeepAliveExpired => "the broker stopped answering (keep-alive)",
        _ => Marshal.PtrToStringUTF8(ErrorText(code)) ?? "",
    };

    /// <summary>A received message, as the library lays it out.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Message
    {
        internal int Id;
        internal byte* Topic;
        internal byte* Payload;
        internal int Length;
        internal int Qos;
        internal byte Retained;
    }
}
