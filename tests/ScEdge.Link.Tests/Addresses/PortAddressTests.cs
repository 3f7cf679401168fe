using System;
using ScEdge.Input;
using ScEdge.Link.Addresses;

namespace ScEdge.Link.Tests.Addresses;

[Trait("Kind", "Unit")]
public sealed class PortAddressTests
{
    [Theory]
    [InlineData("/dev/ttyUSB0", PortKind.Serial, "/dev/ttyUSB0")]
    [InlineData("./board", PortKind.Serial, "./board")]
    [InlineData("COM5", PortKind.Serial, "COM5")]
    [InlineData("com12", PortKind.Serial, "COM12")]
    [InlineData("auto", PortKind.Auto, "auto")]
    [InlineData("Auto", PortKind.Auto, "auto")]
    [InlineData("emulator:", PortKind.Emulator, "emulator:")]
    [InlineData("Emulator:memory=64k", PortKind.Emulator, "emulator:memory=64k")]
    [InlineData("tcp://127.0.0.1:7000", PortKind.Tcp, "tcp://127.0.0.1:7000")]
    [InlineData("TCP://board.example:65535", PortKind.Tcp, "tcp://board.example:65535")]
    [InlineData("tcp://[::1]:0", PortKind.Tcp, "tcp://[::1]:0")]
    public void Parse_Text_GivesKindAndCanonicalForm(string text, PortKind kind, string canonical)
    {
        PortAddress address = PortAddress.Parse(text);
        Assert.Equal(kind, address.Kind);
        Assert.Equal(canonical, address.ToString());
        Assert.Equal(address, PortAddress.Parse(canonical));
    }

    [Fact]
    public void Parse_Tcp_TakesHostAndPortApart()
    {
        PortAddress address = PortAddress.ParseTcp("[::1]:7000");
        Assert.Equal(("::1", 7000), (address.Host, address.TcpPort));
        Assert.Equal("memory=64k", PortAddress.Parse("emulator:memory=64k").Options);
        Assert.Equal("/dev/ttyUSB0", PortAddress.Parse("/dev/ttyUSB0").Device);
    }

    [Theory]
    [InlineData("", "\"\" is not a port: give a device such as /dev/ttyUSB0 or COM5, tcp://HOST:PORT, emulator: or auto.")]
    [InlineData("ttyUSB0", "\"ttyUSB0\" is not a port: give a device such as")]
    [InlineData("COM0", "\"COM0\" is not a port: give a device such as")]
    [InlineData("COMX", "\"COMX\" is not a port: give a device such as")]
    [InlineData("http://host:80", "\"http://host:80\" is not a port: give a device such as")]
    [InlineData("tcp://", "\"tcp://\" is not a TCP address: give tcp://HOST:PORT")]
    [InlineData("tcp://:7000", "\"tcp://:7000\" is not a TCP address: give tcp://HOST:PORT")]
    [InlineData("tcp://::1:7000", "\"tcp://::1:7000\" is not a TCP address: give tcp://HOST:PORT, an IPv6 address in brackets.")]
    [InlineData("tcp://[host]:7000", "\"tcp://[host]:7000\" is not a TCP address: give tcp://HOST:PORT")]
    [InlineData("tcp://host", "\"tcp://host\" is not a TCP address: give tcp://HOST:PORT")]
    [InlineData("tcp://host:", "\"tcp://host:\" has no usable port: end it with a number from 0 to 65535 after a colon.")]
    [InlineData("tcp://host:65536", "\"tcp://host:65536\" has no usable port")]
    [InlineData("tcp://host:-1", "\"tcp://host:-1\" has no usable port")]
    public void Parse_BadText_SaysWhatToGive(string text, string sentence)
    {
        string message = Assert.Throws<InputException>(() => PortAddress.Parse(text)).Message;
        Assert.StartsWith(sentence, message, StringComparison.Ordinal);
    }
}
