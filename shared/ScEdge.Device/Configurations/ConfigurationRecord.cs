using System;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;

namespace ScEdge.Device.Configurations
{
    /// <summary>
    /// The requests that make a configuration or a network, as they came: what is checked, compared and kept in a checkpoint.
    /// </summary>
    /// <remarks>An entry is u16 code, u16 length and the fields of the request.</remarks>
    public sealed class ConfigurationRecord
    {
        /// <summary>The most bytes of a record: settings, costs and every tensor with room for later minor versions.</summary>
        public const int Capacity = 1536;

        /// <summary>The most bytes of a network: images, layers, settings of the streams, with room for later minor versions.</summary>
        public const int NetworkCapacity = 512;

        private const int EntryHeader = 4;

        /// <summary>The entries, one after the other.</summary>
        public readonly byte[] Bytes;

        /// <summary>Makes an empty record.</summary>
        /// <param name="capacity">The most bytes of its entries.</param>
        public ConfigurationRecord(int capacity)
        {
            Bytes = new byte[capacity];
        }

        /// <summary>Gets the length of the entries.</summary>
        public int Length { get; private set; }

        /// <summary>Gets the CRC-32 of the entries.</summary>
        public uint Check
        {
            get { return Crc32.Of(Bytes, 0, Length); }
        }

        /// <summary>Forgets all entries.</summary>
        public void Clear()
        {
            Length = 0;
        }

        /// <summary>Takes the entries of another record.</summary>
        public void CopyFrom(ConfigurationRecord other)
        {
            Array.Copy(other.Bytes, Bytes, other.Length);
            Length = other.Length;
        }

        /// <summary>Takes entries that stand in <see cref="Bytes"/> already.</summary>
        public void SetLength(int length)
        {
            Length = length;
        }

        /// <summary>Appends a request.</summary>
        /// <returns>Whether there was room.</returns>
        public bool Append(MessageCode code, byte[] fields, int offset, int count)
        {
            if (Length + EntryHeader + count > Bytes.Length)
            {
                return false;
            }

            LittleEndian.WriteUInt16(Bytes, Length, (int)code);
            LittleEndian.WriteUInt16(Bytes, Length + 2, count);
            Array.Copy(fields, offset, Bytes, Length + EntryHeader, count);
            Length += EntryHeader + count;
            return true;
        }

        /// <summary>Begins to read the entry at a position.</summary>
        /// <param name="position">0, or what the call before returned.</param>
        /// <param name="reader">Is left at the first field.</param>
        /// <returns>The position of the next entry; 0 at the end and where an entry is cut off.</returns>
        public int Read(int position, MessageReader reader)
        {
            if (position + EntryHeader > Length)
            {
                return 0;
            }

            // The entry's header has the shape of a message's: its code, and the length in the place of the number.
            int end = position + EntryHeader + LittleEndian.ReadUInt16(Bytes, position + 2);
            return end <= Length && reader.Begin(Bytes, position, end - position) ? end : 0;
        }
    }
}
