using System;

namespace ScEdge.Protocol.Framing
{
    /// <summary>
    /// Consistent overhead byte stuffing: bytes without a zero among them, at the price of one byte in 254.
    /// </summary>
    /// <remarks>
    /// A block is a code byte c of 1..255 and c - 1 bytes other than zero. It stands for these bytes and a zero, except that
    /// c = 255 and the last block stand for none (S. Cheshire, M. Baker, "Consistent Overhead Byte Stuffing", IEEE/ACM
    /// Transactions on Networking 7(2), 1999).
    /// </remarks>
    public static class Cobs
    {
        private const int FullCode = 255;

        // Up to here a loop finds a zero sooner than a call does, on the chip's interpreter.
        private const int NearLength = 8;

        private static readonly object Zero = (byte)0;

        /// <summary>Returns the most bytes that encoding can give.</summary>
        /// <param name="count">Number of bytes to encode, 1 or more.</param>
        public static int MaximumLength(int count)
        {
            return count + ((count + FullCode - 2) / (FullCode - 1));
        }

        /// <summary>Encodes bytes.</summary>
        /// <param name="source">Holds the bytes from its start.</param>
        /// <param name="count">How many there are, 1 or more.</param>
        /// <param name="target">Receives the code; another array with room for <see cref="MaximumLength"/>.</param>
        /// <param name="offset">Where the code begins.</param>
        /// <returns>The end of the code in the target.</returns>
        public static int Encode(byte[] source, int count, byte[] target, int offset)
        {
            // The runtime copies, and looks for zeros that are not near; only behind full blocks does anything move.
            int codeAt = offset;
            int i = offset + 1;
            int end = i + count;
            Array.Copy(source, 0, target, i, count);
            while (true)
            {
                int full = codeAt + FullCode;
                int stop = full < end ? full : end;
                int near = i + NearLength < stop ? i + NearLength : stop;
                while (i < near && target[i] != 0)
                {
                    i++;
                }

                if (i == near && near < stop)
                {
                    i = EndOfRun(target, i, stop);
                }

                target[codeAt] = (byte)(i - codeAt);
                if (i == end)
                {
                    return end;
                }

                // A full block stands for no zero, and one at the very end is the last one.
                codeAt = i;
                if (i == stop)
                {
                    Array.Copy(target, i, target, i + 1, end - i);
                    end++;
                }

                i++;
            }
        }

        /// <summary>Returns the index of the first zero, or the end where there is none.</summary>
        /// <remarks>The runtime looks: on the chip's interpreter a loop over the bytes would cost as much as their check.</remarks>
        /// <param name="buffer">Holds the bytes.</param>
        /// <param name="start">Where the first stands.</param>
        /// <param name="end">Behind the last.</param>
        public static int EndOfRun(byte[] buffer, int start, int end)
        {
            int zero = Array.IndexOf(buffer, Zero, start, end - start);
            return zero < 0 ? end : zero;
        }

        /// <summary>Decodes bytes where they stand.</summary>
        /// <remarks>
        /// A code byte is overwritten with the zero that it stands for, so the decoded bytes begin at index 1 and hardly
        /// anything moves; only the code after a full block stands for nothing and is cut out.
        /// </remarks>
        /// <param name="buffer">Holds the code from its start; none of it zero.</param>
        /// <param name="count">Length of the code.</param>
        /// <returns>The end of the decoded bytes, which begin at index 1; 0 if the code is malformed.</returns>
        public static int Decode(byte[] buffer, int count)
        {
            if (count == 0)
            {
                return 0;
            }

            int end = count;
            int code = buffer[0];
            int next = code;
            while (next < end)
            {
                int nextCode = buffer[next];
                if (code == FullCode)
                {
                    end--;
                    Array.Copy(buffer, next + 1, buffer, next, end - next);
                    next--;
                }
                else
                {
                    buffer[next] = 0;
                }

                code = nextCode;
                next += code;
            }

            return next == end ? end : 0;
        }
    }
}
