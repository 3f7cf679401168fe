using System;
using System.Security.Cryptography;
using System.Text;
using ScEdge.Protocol.Links;

namespace ScEdge.Link.Keys;

/// <summary>
/// Both ends prove to each other that they know the key, without sending it: a challenge and a response each way.
/// </summary>
/// <remarks>
/// Each end sends "SCE2" and 32 random bytes; then the client sends HMAC-SHA256(key, "ScEdge client" client-nonce server-nonce), and the
/// server, only after checking it, the same with "ScEdge server". Old proofs do not fit new nonces; a proof sent back does not
/// fit the other role; comparing takes the same time wherever the difference is. What follows is sealed
/// (<see cref="RecordSeal"/>); "SCE1" left it as it was. Never waits: <see cref="Advance"/> does what can be done.
/// </remarks>
internal sealed class KeyExchange
{
    public const int NonceBytes = 32;
    public const int ProofBytes = 32;
    public const int PatienceMilliseconds = 5000;

    private static readonly byte[] Magic = "SCE2"u8.ToArray();

    private readonly IByteLink _line;
    private readonly PreSharedKey _key;
    private readonly KeyRole _role;
    private readonly IClock _clock;
    private readonly long _deadline;
    private readonly byte[] _challenge = new byte[Magic.Length + NonceBytes];
    private readonly byte[] _foreignChallenge = new byte[Magic.Length + NonceBytes];
    private readonly byte[] _foreignProof = new byte[ProofBytes];
    private byte[] _toSend;
    private int _sent;
    private int _received;

    public KeyExchange(IByteLink line, PreSharedKey key, KeyRole role, IClock clock)
    {
        (_line, _key, _role, _clock) = (line, key, role, clock);
        _deadline = clock.Microseconds + (1000L * PatienceMilliseconds);
        Magic.CopyTo(_challenge, 0);
        RandomNumberGenerator.Fill(_challenge.AsSpan(Magic.Length));
        _toSend = _challenge;
    }

    public KeyExchangeState State { get; private set; }

    /// <summary>Moves on as far as the line allows.</summary>
    public KeyExchangeState Advance()
    {
        while (State == KeyExchangeState.Running && Step())
        {
        }

        if (State == KeyExchangeState.Running && _clock.Microseconds >= _deadline)
        {
            State = KeyExchangeState.Refused;
        }

        return State;
    }

    /// <summary>Does what can be done now; whether more may be possible.</summary>
    private bool Step()
    {
        _sent += _line.Write(_toSend, _sent, _toSend.Length - _sent);
        if (_received < _foreignChallenge.Length)
        {
            return Receive(_foreignChallenge, 0) && AnswerChallenge();
        }

        if (_received < _foreignChallenge.Length + ProofBytes)
        {
            return Receive(_foreignProof, _foreignChallenge.Length) && CheckProof();
        }

        // Only a server comes here: its own proof goes out last.
        if (_sent == _toSend.Length)
        {
            State = KeyExchangeState.Proven;
        }

        return false;
    }

    private bool Receive(byte[] message, int start)
    {
        int at = _received - start;
        _received += _line.Read(message, at, message.Length - at);
        return _received - start == message.Length;
    }

    private bool AnswerChallenge()
    {
        if (!_foreignChallenge.AsSpan(0, Magic.Length).SequenceEqual(Magic))
        {
            State = KeyExchangeState.Refused;
        }
        else if (_role == KeyRole.Client)
        {
            Send(Proof(KeyRole.Client));
        }

        return State == KeyExchangeState.Running;
    }

    private bool CheckProof()
    {
        KeyRole foreign = _role == KeyRole.Client ? KeyRole.Server : KeyRole.Client;
        if (!CryptographicOperations.FixedTimeEquals(_foreignProof, Proof(foreign)))
        {
            State = KeyExchangeState.Refused;
        }
        else if (_role == KeyRole.Client)
        {
            State = KeyExchangeState.Proven;
        }
        else
        {
            Send(Proof(KeyRole.Server));
        }

        return State == KeyExchangeState.Running;
    }

    /// <summary>Returns what seals the bytes that follow, once both ends have proven the key.</summary>
    public RecordSeal Seal()
    {
        ReadOnlySpan<byte> own = _challenge.AsSpan(Magic.Length);
        ReadOnlySpan<byte> foreign = _foreignChallenge.AsSpan(Magic.Length);
        return _role == KeyRole.Client ? new RecordSeal(_key, _role, own, foreign) : new RecordSeal(_key, _role, foreign, own);
    }

    private void Send(byte[] message) => (_toSend, _sent) = ([.. _toSend[_sent..], .. message], 0);

    private byte[] Proof(KeyRole prover)
    {
        bool isClient = _role == KeyRole.Client;
        ReadOnlySpan<byte> own = _challenge.AsSpan(Magic.Length);
        ReadOnlySpan<byte> foreign = _foreignChallenge.AsSpan(Magic.Length);
        return _key.Authenticate(
        [
            .. Encoding.ASCII.GetBytes(prover == KeyRole.Client ? "ScEdge client" : "ScEdge server"),
            .. isClient ? own : foreign,
            .. isClient ? foreign : own,
        ]);
    }
}
