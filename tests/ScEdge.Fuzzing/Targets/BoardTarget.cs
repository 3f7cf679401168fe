using System;
using ScEdge.Protocol.Messages;

namespace ScEdge.Fuzzing.Targets;

/// <summary>
/// Any requests in any order: the board does not throw, answers each once and in order, takes no more memory than it has, and a refusal has
/// changed nothing of the registers.
/// </summary>
/// <remarks>An input is a row of: length, code (2), fields.</remarks>
internal static class BoardTarget
{
    public const int HeaderBytes = 3;

    // Answers, log lines and the tables that cells of a configuration share.
    private const int OtherBytes = 200_000;

    public static void Run(byte[] input)
    {
        BoardDialogue dialogue = new();
        for (int at = 0; at + HeaderBytes <= input.Length;)
        {
            int length = Math.Min((int)input[at], Math.Min(BoardDialogue.LongestFields, input.Length - at - HeaderBytes));
            int code = (input[at + 1] | (input[at + 2] << 8)) & ~MessageLimits.AnswerBit;
            uint check = dialogue.Board.State.StateCheck;
            long before = GC.GetAllocatedBytesForCurrentThread();
            MessageReader answer = dialogue.Ask((MessageCode)code, input.AsSpan(at + HeaderBytes, length));
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            PromiseBrokenException.Unless(allocated < (2 * BoardDialogue.HeapBytes) + OtherBytes, $"request {code:X4} allocated {allocated} bytes");
            PromiseBrokenException.Unless(dialogue.Board.State.FreeBytes >= 0, $"request {code:X4} took more memory than there is");
            PromiseBrokenException.Unless(
                answer.Code != MessageCode.Error || dialogue.Board.State.StateCheck == check,
                    $"request {code:X4} was refused and changed the registers");
            dialogue.RestartIfDue();
            at += HeaderBytes + length;
        }
    }
}
