using ScEdge.Device.Configurations;
using ScEdge.Device.States;
using ScEdge.Device.Steps;
using ScEdge.Device.Tiles;
using ScEdge.Protocol.Links;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Tiles;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Device.Requests
{
    /// <summary>
    /// Streams tiles through the circuit.
    /// </summary>
    internal sealed class TileHandler
    {
        private const uint LargestMagnitude = 32767;

        private readonly BoardState state;
        private readonly IClock clock;
        private readonly TileRunner runner = new TileRunner();
        private readonly BeginTileStepRequest step = new BeginTileStepRequest();
        private readonly BeginTileStepResponse begun = new BeginTileStepResponse();
        private readonly BeginTilePhaseRequest phase = new BeginTilePhaseRequest();
        private readonly BeginTilePhaseResponse ready = new BeginTilePhaseResponse();
        private readonly RunTileRequest tile = new RunTileRequest();
        private readonly RunTileResponse done = new RunTileResponse();
        private readonly EndTilePhaseRequest end = new EndTilePhaseRequest();
        private readonly EndTilePhaseResponse ended = new EndTilePhaseResponse();
        private readonly long[] scratch = new long[MessageLimits.Counts];

        public TileHandler(BoardState state, IClock clock)
        {
            this.state = state;
            this.clock = clock;
        }

        /// <summary>Forgets what is under way: there is another configuration.</summary>
        public void Forget()
        {
            runner.Forget();
        }

        public void BeginStep(MessageReader reader, Reply reply)
        {
            Configuration configuration = state.Configuration;
            if (configuration == null || configuration.IsResident)
            {
                reply.Refuse(ErrorCode.NotConfigured, 0, 0, "No tiled configuration is in force; configure the board first.");
                return;
            }

            if (!step.Read(reader) || step.Tensor >= configuration.Tensors.Length
                || !StepHandler.IsRate(step.RateFraction, step.RateShift, configuration.RateAsStream)
                || step.GradientMaximum > LargestMagnitude || !IsExponent(step.GradientFractionBits) || step.CellCycles < 0
                || !TensorStateReader.IsScale(step.AuxiliaryFractionBits)
                || !AreMagnitudes(step.Maxima))
            {
                reply.RefuseMalformed();
                return;
            }

            begun.RescaleShift = runner.Begin(configuration, step);
            begun.AuxiliaryFractionBits = runner.Tensor.AuxiliaryFractionBits;
            CopyCounts(begun.Counts);
            begun.Write(reply.Accept());
        }

        public void BeginPhase(MessageReader reader, Reply reply)
        {
            if (!phase.Read(reader) || !AreMagnitudes(phase.Maxima))
            {
                reply.RefuseMalformed();
            }
            else if (!runner.BeginPhase(phase))
            {
                reply.Refuse(ErrorCode.WrongState, phase.Phase, 0, "Another phase of the tile step is due.");
            }
            else
            {
                ready.AuxiliaryFractionBits = runner.Tensor.AuxiliaryFractionBits;
                ready.Inputs = runner.Inputs;
                ready.Outputs = runner.Outputs;
                ready.Write(reply.Accept());
            }
        }

        public void RunTile(MessageReader reader, Reply reply)
        {
            if (!tile.Read(reader))
            {
                reply.RefuseMalformed();
                return;
            }

            if (runner.Phase < 0)
            {
                reply.Refuse(ErrorCode.WrongState, 0, 0, "Begin a phase of the tile step first.");
                return;
            }

            int length = runner.TensorLength;
            int most = state.Configuration.TileLength;
            if (tile.First >= (uint)length || (tile.First & 31) != 0 || tile.Count < 1 || tile.Count > most
                || tile.Count > length - (int)tile.First)
            {
                reply.Refuse(
                    ErrorCode.OutOfRange, tile.First, length,
                    "A tile begins at a multiple of 32 and ends within its tensor and the tile length.");
                return;
            }

            if (tile.DataLength != 2 * tile.Count * PopulationCount.Of((uint)runner.Inputs))
            {
                reply.RefuseMalformed();
                return;
            }

            long startedAt = clock.Microseconds;
            uint maximum;
            if (!runner.Run((int)tile.First, tile.Count, tile.Data, tile.DataOffset, out maximum))
            {
                reply.Refuse(ErrorCode.OutOfRange, tile.First, 0, "A register or gradient is beyond the announced maximum.");
                return;
            }

            state.Totals.BusyMicroseconds += clock.Microseconds - startedAt;
            state.Totals.Updates += runner.Phase == runner.Tensor.PhaseCount - 1 ? tile.Count : 0;
            Answer(maximum, reply);
        }

        public void EndPhase(MessageReader reader, Reply reply)
        {
            if (!end.Read(reader) || end.SetEvents < 0)
            {
                reply.RefuseMalformed();
            }
            else if (runner.Phase < 0)
            {
                reply.Refuse(ErrorCode.WrongState, 0, 0, "No phase of a tile step is under way.");
            }
            else
            {
                ended.CellCycles = runner.EndPhase(end.SetEvents);
                ended.Write(reply.Accept());
            }
        }

        private static bool IsExponent(int value)
        {
            return value >= -SettingsCheck.LargestExponent && value <= SettingsCheck.LargestExponent;
        }

        private static bool AreMagnitudes(uint[] values)
        {
            return values[0] <= LargestMagnitude && values[1] <= LargestMagnitude && values[2] <= LargestMagnitude;
        }

        /// <summary>Copies the counts of a tile, which fit 32 bits.</summary>
        private void CopyCounts(uint[] counts)
        {
            runner.Counts.CopyTo(scratch);
            for (int i = 0; i < counts.Length; i++)
            {
                counts[i] = (uint)scratch[i];
            }
        }

        private void Answer(uint maximum, Reply reply)
        {
            MessageWriter writer = reply.Accept();
            done.First = tile.First;
            done.Count = tile.Count;
            done.Maximum = maximum;
            CopyCounts(done.Counts);
            done.DataLength = 0;
            done.Write(writer);
            int at = writer.Reserve(2 * tile.Count * PopulationCount.Of((uint)runner.Outputs));
            if (at < 0)
            {
                // Nothing is lost: the host still has the registers and sends a shorter tile.
                reply.Refuse(ErrorCode.OutOfRange, tile.Count, 0, "The answer does not fit into a frame; send shorter tiles.");
                return;
            }

            runner.Store(tile.Count, writer.Buffer, at);
        }
    }
}
