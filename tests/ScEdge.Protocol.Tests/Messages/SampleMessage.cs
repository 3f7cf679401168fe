using System;
using System.Linq;
using System.Reflection;
using ScEdge.Protocol.Messages;

namespace ScEdge.Protocol.Tests.Messages;

/// <summary>A message of any type with another value in every field, each as wide as its type, as bytes and read again.</summary>
internal static class SampleMessage
{
    private const int DataOffset = 10;
    private const int DataLength = 33;

    /// <summary>Every message type there is.</summary>
    public static Type[] Types { get; } =
        [.. typeof(Message).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Message)) && !type.IsAbstract)];

    public static Message Empty(Type type) => (Message)Activator.CreateInstance(type)!;

    public static byte[] Written(Message message)
    {
        MessageWriter writer = new(1024);
        writer.Begin(MessageCode.GetStatus, false, 7, 1024);
        message.Write(writer);
        Assert.False(writer.HasFailed);
        return writer.Buffer[..writer.Length];
    }

    public static bool Read(Message message, byte[] bytes)
    {
        MessageReader reader = new();
        return reader.Begin(bytes, 0, bytes.Length) && message.Read(reader);
    }

    public static Message Filled(Type type)
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
                        array.SetValue(Wide(value + i, array.GetType().GetElementType()!), i);
                    }

                    break;
                case Enum:
                    field.SetValue(message, Enum.ToObject(field.FieldType, 1));
                    break;
                case bool:
                    field.SetValue(message, true);
                    break;
                case ValueType:
                    field.SetValue(message, Wide(SmallCount(field, value), field.FieldType));
                    break;
                case null when field.FieldType == typeof(string):
                    field.SetValue(message, "board of tests");
                    break;
                case null:
                    field.SetValue(message, Enumerable.Range(1, 60).Select(i => (byte)i).ToArray());
                    break;
            }
        }

        if (message is BulkMessage bulk)
        {
            bulk.DataOffset = DataOffset;
            bulk.DataLength = DataLength;
        }

        return message;
    }

    /// <summary>A copy of what is in the fields, which a walk over the message cannot reach; of the bytes at the end those that count.</summary>
    public static object[] Values(Message message) =>
    [
        .. Fields(message.GetType())
            .Where(field => field.DeclaringType != typeof(BulkMessage))
            .Select(field => field.GetValue(message) is Array array ? array.Clone() : field.GetValue(message)!),
        .. message is BulkMessage { Data: not null } bulk ? bulk.Data.Skip(bulk.DataOffset).Take(bulk.DataLength).Cast<object>() : [],
    ];

    private static FieldInfo[] Fields(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Instance);

    private static object Wide(int value, Type type) =>
        type == typeof(uint) ? 0xA500_0000u + (uint)value
        : type == typeof(long) ? -0x0102_0304_0000_0000L - value
        : type == typeof(ulong) ? 0xB601_0203_0000_0000ul + (ulong)value
        : Convert.ChangeType(value, type, System.Globalization.CultureInfo.InvariantCulture);

    private static int SmallCount(FieldInfo field, int value) => field.Name switch
    {
        "TensorCount" => MessageLimits.Tensors,
        "EntropySourceCount" => MessageLimits.EntropySources,
        "BaudRateCount" => MessageLimits.BaudRates,
        _ => value,
    };
}
