using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using ScEdge.Input;

namespace ScEdge.Link.Keys;

/// <summary>A secret that both ends of a TCP line know and never send.</summary>
/// <remarks>
/// Text of at least 16 bytes, white space around it not counted; take it from a random source, for a guessed word can be tried out by
/// whoever listened to a proof. A file that others can read is refused, and a text of few different characters.
/// No member gives it back, <see cref="ToString"/> neither.
/// </remarks>
public sealed class PreSharedKey
{
    /// <summary>The environment variable that the command line reads by default.</summary>
    public const string DefaultVariable = "SCEDGE_KEY";

    private const int LeastBytes = 16;
    private const int LeastDifferentBytes = 8;
    private const int MostFileBytes = 4096;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly byte[] _secret;

    private PreSharedKey(string text, string origin)
    {
        _secret = Encoding.UTF8.GetBytes(text.Trim());
        if (_secret.Length < LeastBytes)
        {
            throw new InputException(
                $"The key in {origin} is too short: use at least {LeastBytes} characters, such as the output of openssl rand -hex 32.");
        }

        if (_secret.Distinct().Count() < LeastDifferentBytes)
        {
            throw new InputException(
                $"The key in {origin} can be guessed: it has fewer than {LeastDifferentBytes} different characters; "
                + "use the output of openssl rand -hex 32.");
        }
    }

    /// <summary>Reads a key from a file.</summary>
    /// <exception cref="InputException">The file cannot be read, is no small text, or its key is too short.</exception>
    public static PreSharedKey FromFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
            {
                throw new InputException(
                    $"The key file {path} can be read or written by others: make it yours alone (chmod 600), and change the key.");
            }

            // A device has no length and no end.
            using FileStream file = File.OpenRead(path);
            byte[] bytes = new byte[MostFileBytes + 1];
            int length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length <= MostFileBytes
                ? new PreSharedKey(Encoding.UTF8.GetString(bytes, 0, length), $"the file {path}")
                : throw new InputException($"The key file {path} is larger than {MostFileBytes} bytes: give a file that holds the key alone.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"The key file {path} cannot be read: check that it exists and that you may read it.", exception);
        }
    }

    /// <summary>Reads a key from an environment variable.</summary>
    /// <returns>The key, or null where the variable is not set.</returns>
    /// <exception cref="InputException">The key is too short.</exception>
    public static PreSharedKey? FromEnvironment(string variable = DefaultVariable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? new PreSharedKey(text, $"the environment variable {variable}")
            : null;

    /// <summary>Returns a text that does not tell the key.</summary>
    public override string ToString() => "pre-shared key";

    /// <summary>Returns whether a proof is HMAC-SHA256 of a message under the key; takes the same time wherever the difference is.</summary>
    /// <param name="message">What was to be proven with, used once.</param>
    /// <param name="proof">The proof.</param>
    public bool IsProven(ReadOnlySpan<byte> message, ReadOnlySpan<byte> proof) =>
        CryptographicOperations.FixedTimeEquals(Authenticate(message), proof);

    /// <summary>Derives a key of a connection: HKDF-SHA256 (RFC 5869) with the nonces as salt.</summary>
    internal byte[] Derive(string purpose, byte[] nonces, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, length, nonces, Encoding.ASCII.GetBytes(purpose));

    /// <summary>Computes HMAC-SHA256 (RFC 2104, FIPS 180-4) of a message under the key; 32 bytes.</summary>
    internal byte[] Authenticate(ReadOnlySpan<byte> message) => HMACSHA256.HashData(_secret, message);
}
