using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using ScEdge.Emulator.Clocks;
using ScEdge.Input;
using ScEdge.Link.Addresses;
using ScEdge.Link.Keys;
using ScEdge.Link.Tcp;
using ScEdge.Link.Tests.Keys;
using ScEdge.Protocol.Links;

namespace ScEdge.Link.Tests.Tcp;

[Trait("Kind", "Unit")]
public sealed class TcpLinkTests
{
    private const string Secret = "the right key of the tests";

    private static readonly PortAddress Loopback = PortAddress.Parse("tcp://127.0.0.1:0");
    private static readonly PreSharedKey Key = TestKeys.Of(Secret);
    private static readonly PreSharedKey WrongKey = TestKeys.Of("the wrong key of the tests");

    private readonly SystemClock _clock = new();

    [Fact]
    public void Connect_Loopback_CarriesEveryByteBothWays()
    {
        using TcpListenerLink board = TcpListenerLink.Listen(Loopback, null, _clock);
        using TcpLink host = TcpLink.Connect(board.Address, null, _clock);
        byte[] bytes = Lines.Rising(300_000);
        Assert.Equal(bytes, Lines.Carry(host, board, bytes));
        Assert.Equal(bytes, Lines.Carry(board, host, bytes));
        Assert.NotNull(board.Client);
        Assert.Null(board.Loss);
    }

    [Fact]
    public void Loss_OtherSideCloses_IsNoticedAfterItsBytes()
    {
        using TcpListenerLink board = TcpListenerLink.Listen(Loopback, null, _clock);
        using TcpLink host = TcpLink.Connect(board.Address, null, _clock);
        Lines.Until(() => board.Client is not null, () => board.Wait(1));
        board.Send(1, 2);
        board.Dispose();
        Assert.Equal([1, 2], host.Receive(2));
        Lines.Until(() => host.Loss is not null, () => host.Read(new byte[1], 0, 1));
        Assert.Equal("the other side closed the connection", host.Loss);
        Assert.Equal(0, host.Write([1], 0, 1));
    }

    [Fact]
    public void Write_OtherSideTakesNothing_ReturnsAtOnceWithLessOrNothing()
    {
        using TcpListenerLink board = TcpListenerLink.Listen(Loopback, null, _clock);
        using TcpLink host = TcpLink.Connect(board.Address, null, _clock);
        byte[] bytes = new byte[1 << 20];
        Lines.MustEnd(() =>
        {
            while (host.Write(bytes, 0, bytes.Length) > 0)
            {
            }
        });
        Assert.Null(host.Loss);
    }

    [Fact]
    public void Listener_NoClient_LetsBytesGoNowhere()
    {
        using TcpListenerLink board = TcpListenerLink.Listen(Loopback, null, _clock);
        Assert.Equal(3, board.Write([1, 2, 3], 0, 3));
        using TcpLink host = TcpLink.Connect(board.Address, null, _clock);
        Assert.Equal([4], Lines.Carry(board, host, [4]));
    }

    [Fact]
    public void Listener_SecondClient_WaitsUntilTheFirstHasLeft()
    {
        using TcpListenerLink board = TcpListenerLink.Listen(Loopback, null, _clock);
        TcpLink first = TcpLink.Connect(board.Address, null, _clock);
        Assert.Equal([1], Lines.Carry(first, board, [1]));
        using TcpLink second = TcpLink.Connect(board.Address, null, _clock);
        second.Send(2);
        Assert.Equal([3], Lines.Carry(board, first, [3]));
        Assert.Equal(0, board.Read(new byte[1], 0, 1));
        first.Dispose();
        Assert.Equal([2], board.Receive(1));
        Assert.Equal([4], Lines.Carry(board, second, [4]));
    }

    [Fact]
    public void Connect_SameKey_IsServed()
    {
        using TcpListenerLink board = TcpListenerLink.Listen(Loopback, Key, _clock);
        using TcpLink host = Connect(board, Key);
        Assert.Equal([1, 2], Lines.Carry(host, board, [1, 2]));
        Assert.Equal([3], Lines.Carry(board, host, [3]));
        Assert.Equal(0, board.RefusedClients);
    }

    [Fact]
    public void Connect_SameKey_CarriesEveryByteBothWaysAndNoneInTheClear()
    {
        using TcpListenerLink board = TcpListenerLink.Listen(Loopback, Key, _clock);
        using TcpLink host = Connect(board, Key);
        byte[] bytes = Lines.Rising(300_000);
        Assert.Equal(bytes, Lines.Carry(host, board, bytes));
        Assert.Equal(bytes, Lines.Carry(board, host, bytes));
    }

    [Fact]
    public void Write_BytesOfAStrangerInAProvenConnection_EndIt()
    {
        using TcpListenerLink board = TcpListenerLink.Listen(Loopback, Key, _clock);
        using TcpLink host = Connect(board, Key);
        Assert.Equal([1], Lines.Carry(host, board, [1]));

        // As who is between the two could: beside the seal, on the same connection.
        host.Socket.Send(new byte[64]);
        Lines.Until(() => board.Client is null, () => Assert.Equal(0, board.Read(new byte[10], 0, 10)));
    }

    [Fact]
    public void Connect_BesideManySilentClients_IsServedAtOnce()
    {
        using TcpListenerLink board = TcpListenerLink.Listen(Loopback, Key, _clock);
        Socket[] silent = [.. Enumerable.Range(0, 20).Select(_ => new Socket(SocketType.Stream, ProtocolType.Tcp))];
        foreach (Socket socket in silent)
        {
            socket.Connect(IPAddress.Loopback, board.Address.TcpPort);
        }

        long start = _clock.Microseconds;
        using TcpLink host = Connect(board, Key);
        Assert.InRange(_clock.Microseconds - start, 0, 1000L * KeyExchange.PatienceMilliseconds / 2);
        Assert.Equal([1], Lines.Carry(host, board, [1]));
        Array.ForEach(silent, static socket => socket.Dispose());
    }

    [Fact]
    public void Connect_WrongKey_IsRefusedWithoutEchoAndTheNextIsServed()
    {
        using TcpListenerLink board = TcpListenerLink.Listen(Loopback, Key, _clock);
        InputException refused = Assert.Throws<InputException>(() => Connect(board, WrongKey));
        Assert.Equal($"{board.Address} did not prove the key: check that both sides were given the same one.", refused.Message);
        Lines.Until(() => board.RefusedClients == 1, () => board.Wait(1));
        using TcpLink host = Connect(board, Key);
        Assert.Equal([1], Lines.Carry(host, board, [1]));
    }

    [Fact]
    public void Listener_ClientWithoutKey_GetsTheChallengeAndNothingOfTheBoard()
    {
        using TcpListenerLink board = TcpListenerLink.Listen(Loopback, Key, _clock);
        using Socket stranger = new(SocketType.Stream, ProtocolType.Tcp);
        stranger.Connect(IPAddress.Loopback, board.Address.TcpPort);
        stranger.Send(Encoding.ASCII.GetBytes(new string('x', 100)));
        Lines.Until(() => board.RefusedClients == 1, () =>
        {
            board.Write(Encoding.ASCII.GetBytes("secret parameters"), 0, 17);
            board.Read(new byte[100], 0, 100);
        });

        byte[] seen = new byte[200];
        int count = 0;
        try
        {
            int received;
            while ((received = stranger.Receive(seen, count, seen.Length - count, SocketFlags.None)) > 0)
            {
                count += received;
            }
        }
        catch (SocketException)
        {
            // Closed with bytes of the stranger unread, the system resets the connection.
        }

        Assert.InRange(count, 0, 36);
        Assert.DoesNotContain("secret", Encoding.ASCII.GetString(seen), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, Encoding.ASCII.GetString(seen), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tcp://0.0.0.0:0")]
    [InlineData("tcp://[::]:0")]
    [InlineData("tcp://192.0.2.1:7000")]
    public void Listener_BeyondThisMachineWithoutKey_IsRefused(string address)
    {
        string message = Assert.Throws<InputException>(() => TcpListenerLink.Listen(PortAddress.Parse(address), null, _clock)).Message;
        Assert.Equal(
            $"{address} lies beyond this machine: give both sides a key (a file or SCEDGE_KEY), or use 127.0.0.1.", message);
    }

    [Fact]
    public void Connect_BeyondThisMachineWithoutKey_IsRefusedBeforeAnyPacket()
    {
        string message = Assert.Throws<InputException>(
            () => TcpLink.Connect(PortAddress.Parse("tcp://192.0.2.1:7000"), null, _clock)).Message;
        Assert.StartsWith("tcp://192.0.2.1:7000 lies beyond this machine", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Connect_NobodyListens_SaysWhatToDo()
    {
        using ReservedPort port = new();
        string message = Assert.Throws<InputException>(() => TcpLink.Connect(port.Address, null, _clock)).Message;
        Assert.StartsWith($"Cannot connect to {port.Address} (ConnectionRefused): start the board or emulator there", message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Listen_PortTaken_SaysWhatToDo()
    {
        using TcpListenerLink board = TcpListenerLink.Listen(Loopback, null, _clock);
        string message = Assert.Throws<InputException>(() => TcpListenerLink.Listen(board.Address, null, _clock)).Message;
        Assert.StartsWith($"Cannot listen on {board.Address} (AddressAlreadyInUse)", message, StringComparison.Ordinal);
    }

    // Connecting waits for the proof of the other side, which answers only when it is used.
    private TcpLink Connect(TcpListenerLink board, PreSharedKey key)
    {
        Task<TcpLink> connecting = Task.Run(() => TcpLink.Connect(board.Address, key, _clock));
        Lines.Until(() => connecting.IsCompleted, () => ((IWaitableLink)board).Wait(1));
        return connecting.GetAwaiter().GetResult();
    }
}
