using ScEdge.Device.Configurations;
using ScEdge.Device.Networks;
using ScEdge.Device.Platform;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Device.States
{
    /// <summary>
    /// Configuration and state in the board's storage.
    /// </summary>
    /// <remarks>
    /// Layout: u32 "SCE2" (a new layout gets a new mark), u32 version of the stream format, u32 length of the configuration record,
    /// u32 length of the full state image (0 in tiled mode), the record, the image, u32 CRC-32 of all before. With a network the mark is "SCE3",
    /// u32 length of its record is the last of the header, and that record stands behind the other. "SCE1" said no stream format, which was 1.
    /// </remarks>
    internal sealed class Checkpoint
    {
        private const uint Mark = 0x32454353;
        private const uint MarkWithNetwork = 0x33454353;
        private const uint MarkOfFormatOne = 0x31454353;
        private const int HeaderLength = 16;
        private const int NetworkHeaderLength = 20;
        private const int CheckLength = 4;

        private readonly BoardState state;
        private readonly IBoardStorage storage;
        private readonly byte[] scratch = new byte[256];
        private readonly ConfigurationRecord record = new ConfigurationRecord(ConfigurationRecord.Capacity);
        private readonly ConfigurationPlan plan = new ConfigurationPlan();
        private uint check;

        public Checkpoint(BoardState state, IBoardStorage storage)
        {
            this.state = state;
            this.storage = storage;
        }

        /// <summary>Gets the stream format of the checkpoint that was last looked at; 0 without a whole one.</summary>
        public uint FoundFormat { get; private set; }

        /// <summary>Writes the state in force; the older checkpoint stays until that is done.</summary>
        /// <returns>The bytes written; 0 if the storage failed.</returns>
        public int Save()
        {
            Configuration configuration = state.Configuration;
            int image = configuration.IsResident ? state.Image.Length(StateImageKind.Full) : 0;
            ConfigurationRecord network = state.Network == null ? null : state.Network.Record;
            int header = network == null ? HeaderLength : NetworkHeaderLength;
            int length = header + configuration.Record.Length + (network == null ? 0 : network.Length) + image + CheckLength;
            check = Crc32.Empty;
            LittleEndian.WriteUInt32(scratch, 0, network == null ? Mark : MarkWithNetwork);
            LittleEndian.WriteUInt32(scratch, 4, StreamFormat.Version);
            LittleEndian.WriteUInt32(scratch, 8, (uint)configuration.Record.Length);
            LittleEndian.WriteUInt32(scratch, 12, (uint)image);
            LittleEndian.WriteUInt32(scratch, 16, network == null ? 0 : (uint)network.Length);
            bool isWritten = storage.Begin(length) && Append(scratch, header)
                && Append(configuration.Record.Bytes, configuration.Record.Length)
                && (network == null || Append(network.Bytes, network.Length));
            for (int start = 0; start < image && isWritten; start += scratch.Length)
            {
                int count = image - start < scratch.Length ? image - start : scratch.Length;
                state.Image.Read(StateImageKind.Full, start, scratch, 0, count);
                isWritten = Append(scratch, count);
            }

            LittleEndian.WriteUInt32(scratch, 0, check);
            return isWritten && storage.Append(scratch, 0, CheckLength) && storage.Commit() ? length : 0;
        }

        /// <summary>Loads what was saved.</summary>
        /// <param name="needed">Memory that it takes, where there is too little.</param>
        /// <returns>What kept it from being loaded, registers and network being those of before; or no error.</returns>
        public ErrorCode Restore(out long needed)
        {
            ErrorCode error = Load(out needed);
            ForgetDescription(error == ErrorCode.None);
            return error;
        }

        /// <summary>Returns whether there is a whole checkpoint of registers and a network that only read.</summary>
        public bool HasReader()
        {
            int imageAt;
            int imageLength;
            bool isReader = ReadWhole(out imageAt, out imageLength) && FoundFormat == StreamFormat.Version && state.Description.Record.Length > 0
                && plan.Read(record) == null && plan.Request.Mode == RegisterMode.Reading;
            ForgetDescription(isReader);
            return isReader;
        }

        /// <summary>Drops what was read of a checkpoint that is not taken up: it is no description for a host to go on with.</summary>
        private void ForgetDescription(bool isTakenUp)
        {
            if (!isTakenUp)
            {
                state.Description.Record.Clear();
            }
        }

        private ErrorCode Load(out long needed)
        {
            needed = 0;
            int imageAt;
            int imageLength;
            if (!ReadWhole(out imageAt, out imageLength) || FoundFormat != StreamFormat.Version
                || plan.Read(record) != null || plan.CompletenessProblem() != null)
            {
                return ErrorCode.NoCheckpoint;
            }

            // The image is read beside the state in force, and then fills the registers of the new one beside it.
            needed = state.Needed(plan) + imageLength;
            if (imageLength > state.FreeBytes
                || needed > (long)state.FreeBytes + state.ConfigurationBytes + state.NetworkBytes + state.Push.Bytes)
            {
                return ErrorCode.OutOfMemory;
            }

            ErrorCode error = LoadRegisters(imageAt, imageLength);
            if (error == ErrorCode.None)
            {
                ApplyNetwork();
            }

            return error;
        }

        /// <summary>Puts configuration and registers in force; the image of them is gone when this has returned.</summary>
        private ErrorCode LoadRegisters(int imageAt, int imageLength)
        {
            byte[] image = new byte[imageLength];
            if (!storage.Read(imageAt, image, 0, imageLength))
            {
                return ErrorCode.NoStorage;
            }

            // Checked as it is, the image is one that this board wrote for this configuration.
            state.Configure(plan, record);
            bool isLoaded = imageLength == 0
                || (imageLength == state.Image.Length(StateImageKind.Full) && StateLoader.Load(state, StateImageKind.Full, image));
            return isLoaded ? ErrorCode.None : ErrorCode.CheckMismatch;
        }

        /// <summary>Puts the network of the checkpoint in force; it was in force with this configuration, so it can be used if it fits.</summary>
        private void ApplyNetwork()
        {
            NetworkDescription description = state.Description;
            if (description.Record.Length > 0 && description.Read(state.Configuration) == null
                && description.Plan.CompletenessProblem() == null && NetworkMemory.Fit(description.Plan, state.FreeBytes) <= state.FreeBytes)
            {
                state.ApplyNetwork();
            }
        }

        private bool Append(byte[] bytes, int count)
        {
            check = Crc32.Continue(check, bytes, 0, count);
            return storage.Append(bytes, 0, count);
        }

        /// <summary>Reads all of the checkpoint once and keeps the records.</summary>
        private bool ReadWhole(out int imageAt, out int imageLength)
        {
            imageAt = 0;
            imageLength = 0;
            FoundFormat = 0;
            int length = storage.StoredLength();
            bool isThere = length >= HeaderLength + CheckLength && storage.Read(0, scratch, 0, HeaderLength);
            uint mark = isThere ? LittleEndian.ReadUInt32(scratch, 0) : 0;
            bool hasNetwork = isThere && mark == MarkWithNetwork && length >= NetworkHeaderLength + CheckLength
                && storage.Read(0, scratch, 0, NetworkHeaderLength);
            if (!isThere || (mark != Mark && !hasNetwork))
            {
                FoundFormat = mark == MarkOfFormatOne ? 1u : 0;
                return false;
            }

            int header = hasNetwork ? NetworkHeaderLength : HeaderLength;
            uint format = LittleEndian.ReadUInt32(scratch, 4);
            uint recordBytes = LittleEndian.ReadUInt32(scratch, 8);
            uint imageBytes = LittleEndian.ReadUInt32(scratch, 12);
            uint networkBytes = hasNetwork ? LittleEndian.ReadUInt32(scratch, 16) : 0;
            if (recordBytes > ConfigurationRecord.Capacity || networkBytes > ConfigurationRecord.NetworkCapacity
                || (long)recordBytes + networkBytes + imageBytes + header + CheckLength != length)
            {
                return false;
            }

            ConfigurationRecord networkRecord = state.Description.Record;
            record.SetLength((int)recordBytes);
            networkRecord.SetLength((int)networkBytes);
            imageAt = header + record.Length + networkRecord.Length;
            imageLength = (int)imageBytes;
            bool isWhole = HasRightCheck(length - CheckLength)
                && storage.Read(header, record.Bytes, 0, record.Length)
                && storage.Read(header + record.Length, networkRecord.Bytes, 0, networkRecord.Length);
            FoundFormat = isWhole ? format : 0;
            return isWhole;
        }

        private bool HasRightCheck(int end)
        {
            uint actual = Crc32.Empty;
            for (int start = 0; start < end; start += scratch.Length)
            {
                int count = end - start < scratch.Length ? end - start : scratch.Length;
                if (!storage.Read(start, scratch, 0, count))
                {
                    return false;
                }

                actual = Crc32.Continue(actual, scratch, 0, count);
            }

            return storage.Read(end, scratch, 0, CheckLength) && LittleEndian.ReadUInt32(scratch, 0) == actual;
        }
    }
}
