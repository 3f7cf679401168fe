using System;
using System.Linq;
using System.Reflection;
using ScEdge.Protocol.Messages;

namespace ScEdge.Protocol.Tests.Messages;

/// <summary>Every message type, found by reflection, goes through bytes and back.</summary>
[Trait("Kind", "Property")]
public sealed class MessageRoundTripTests
{
    public static TheoryData<Type> MessageTypes()
    {
        TheoryData<Type> types = [];
        foreach (Type type in typeof(Message).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Message)) && !type.IsAbstract))
        {
            types.Add(type);
        }

        return types;
    }

    [Theory]
    [MemberData(nameof(MessageTypes))]
    public void Read_WrittenMessage_GivesTheSameFields(Type type)
    {
        Message message = Filled(type);
        byte[] bytes = Written(message);
        Message read = Empty(type);
        Assert.True(Read(read, bytes));
        Assert.Equal(bytes, Written(read));
        Assert.Equal(Values(message), Values(read));
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

    private static Message Empty(Type type) => (Message)Activator.CreateInstance(type)!;

    private static byte[] Written(Message message)
    {
        MessageWriter writer = new(1024);
        writer.Begin(MessageCode.GetStatus, false, 7, 1024);
        message.Write(writer);
        Assert.False(writer.HasFailed);
        return writer.Buffer[..writer.Length];
    }

    private static bool Read(Message message, byte[] bytes)
    {
        MessageReader reader = new();
        return reader.Begin(bytes, 0, bytes.Length) && message.Read(reader);
    }

    /// <summary>A message with another value in every field.</summary>
    private static Message Filled(Type type)
    {
        Message message = Empty(type);
        int value = 3;
        foreach (FieldInfo field in Fields(type))
        {
            value += 7;
            switch (field.GetValue(message))
            {
                case Array array:
                    for (int i = 0; i < array.Length; i++)
                    {
                        array.SetValue(Convert.ChangeType(value + i, array.GetType().GetElementType()!), i);
                    }

                    break;
                case Enum:
                    field.SetValue(message, Enum.ToObject(field.FieldType, 1));
                    break;
                case bool:
                    field.SetValue(message, true);
                    break;
                case ValueType:
                    field.SetValue(message, Convert.ChangeType(SmallCount(field, value), field.FieldType));
                    break;
                case null when field.FieldType == typeof(string):
                    field.SetValue(message, "board of tests");
                    break;
                case null:
                    field.SetValue(message, Enumerable.Range(1, 60).Select(i => (byte)i).ToArray());
                    break;
            }
        }

        type.GetField("DataOffset")?.SetValue(message, 10);
        type.GetField("DataLength")?.SetValue(message, 33);
        return message;
    }

    private static int SmallCount(FieldInfo field, int value) => field.Name switch
    {
        "TensorCount" => MessageLimits.Tensors,
        "EntropySourceCount" => MessageLimits.EntropySources,
        "BaudRateCount" => MessageLimits.BaudRates,
        _ => value,
    };

    private static FieldInfo[] Fields(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Instance);

    private static object[] Values(Message message) =>
        Fields(message.GetType()).Where(field => !field.Name.StartsWith("Data", StringComparison.Ordinal))
            .Select(field => field.GetValue(message)!).ToArray();
}
