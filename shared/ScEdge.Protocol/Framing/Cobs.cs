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
            int codeAt = offset;
            int write = offset + 1;
            for (int i = 0; i < count; i++)
            {
                // Closed here and not after its last byte, so that a full block at the very end is the last one.
                if (write - codeAt == FullCode)
                {
                    target[codeAt] = FullCode;
                    codeAt = write;
                    write++;
                }

                byte value = source[i];
                if (value == 0)
                {
                    target[codeAt] = (byte)(write - codeAt);
                    codeAt = write;
                }
                else
                {
                    target[write] = value;
                }

                write++;
            }

            target[codeAt] = (byte)(write - codeAt);
            return write;
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
