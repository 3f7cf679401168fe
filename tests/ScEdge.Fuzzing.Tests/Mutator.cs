using System;
using System.Collections.Generic;

namespace ScEdge.Fuzzing.Tests;

/// <summary>Changes inputs as a fuzzer does, from a seed and without looking at coverage.</summary>
internal sealed class Mutator(int seed, IReadOnlyList<byte[]> inputs)
{
    private const int MostChanges = 3;

    private static readonly byte[] Telling = [0, 1, 2, 7, 0x0A, 0x20, 0x7F, 0x80, 0xFE, 0xFF];

    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        List<byte> bytes = [.. inputs[_random.Next(inputs.Count)]];
        for (int changes = _random.Next(1, MostChanges + 1); changes > 0; changes--)
        {
            Change(bytes);
        }

        return [.. bytes];
    }

    private void Change(List<byte> bytes)
    {
        int at = _random.Next(bytes.Count + 1);
        int length = Math.Min(_random.Next(1, 24), bytes.Count - at);
        switch (_random.Next(6))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = Telling[_random.Next(Telling.Length)];
                break;
            case 2:
                bytes.Insert(at, (byte)_random.Next(256));
                break;
            case 3:
                bytes.RemoveRange(at, length);
                break;
            case 4:
                bytes.InsertRange(_random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            default:
                byte[] other = inputs[_random.Next(inputs.Count)];
                int from = _random.Next(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + 64)]);
                break;
        }
    }
}
