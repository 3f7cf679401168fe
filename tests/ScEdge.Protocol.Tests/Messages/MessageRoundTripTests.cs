using System;
using ScEdge.Protocol.Messages;
using static ScEdge.Protocol.Tests.Messages.SampleMessage;

namespace ScEdge.Protocol.Tests.Messages;

/// <summary>Every message type, found by reflection, goes through bytes and back.</summary>
[Trait("Kind", "Property")]
public sealed class MessageRoundTripTests
{
    public static TheoryData<Type> MessageTypes() => new(Types);

    [Theory]
    [MemberData(nameof(MessageTypes))]
    public void Read_WrittenMessage_GivesTheSameFields(Type type)
    {
        Message message = Filled(type);
        object[] values = Values(message);
        byte[] bytes = Written(message);
        Message read = Empty(type);
        Assert.True(Read(read, bytes));
        Assert.Equal(values, Values(message));
        Assert.Equal(values, Values(read));
        Assert.Equal(bytes, Written(read));
    }

    [Theory]
    [MemberData(nameof(MessageTypes))]
    public void Read_ShortOrLongMessage_NeverThrows(Type type)
    {
        byte[] bytes = Written(Filled(type));

        // The last field of some messages is bytes to the end: these may be fewer.
        bool isOpenEnded = type.IsSubclassOf(typeof(BulkMessage));
        for (int length = MessageLimits.HeaderLength; length < bytes.Length; length++)
        {
            bool isWhole = Read(Empty(type), bytes[..length]);
            Assert.True(isOpenEnded || !isWhole);
        }

        Assert.True(Read(Empty(type), [.. bytes, 1, 2, 3]));
    }

    [Theory]
    [MemberData(nameof(MessageTypes))]
    public void Write_MessageOfFixedSize_FitsInTheSmallestPayload(Type type)
    {
        Assert.InRange(Written(Filled(type)).Length, MessageLimits.HeaderLength, MessageLimits.SmallestPayload);
    }

    [Theory]
    [MemberData(nameof(MessageTypes))]
    public void Read_ArbitraryBytes_GivesAMessageThatIsItselfAgain(Type type)
    {
        Random random = new(5);
        byte[] bytes = new byte[300];
        for (int i = 0; i < 200; i++)
        {
            random.NextBytes(bytes);
            Message message = Empty(type);
            Read(message, bytes[..random.Next(MessageLimits.HeaderLength, bytes.Length)]);
            Message again = Empty(type);
            Assert.True(Read(again, Written(message)));
            Assert.Equal(Values(message), Values(again));
        }
    }
}
