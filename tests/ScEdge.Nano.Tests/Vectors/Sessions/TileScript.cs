using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages.Tiles;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Nano.Tests.Vectors.Sessions
{
    /// <summary>
    /// A step of momentum on the tensor of 60 parameters whose registers the host keeps, in tiles.
    /// </summary>
    public sealed class TileScript
    {
        private const int TileLength = 32;
        private const int Parameters = 60;

        private readonly SessionHost host;

        /// <summary>Makes the script of a host.</summary>
        public TileScript(SessionHost host)
        {
            this.host = host;
        }

        /// <summary>Makes the step.</summary>
        public void Step()
        {
            BeginTileStepRequest begin = new BeginTileStepRequest();
            begin.Step = 6;
            begin.RateFraction = 65536;
            begin.RateShift = 4;
            begin.GradientMaximum = 2000;
            begin.GradientFractionBits = 14;
            begin.AuxiliaryFractionBits = 14;
            begin.Maxima[0] = 2000;
            begin.Maxima[1] = 2000;
            begin.CellCycles = 70;
            begin.Write(host.Begin(BeginTileStepRequest.Code));
            BeginTileStepResponse begun = new BeginTileStepResponse();
            if (begun.Read(host.Send()) && begun.RescaleShift != 0)
            {
                Phase(BeginTilePhaseRequest.Rescale);
            }

            Phase(0);
            Phase(1);
        }

        private void Phase(int phase)
        {
            BeginTilePhaseRequest begin = new BeginTilePhaseRequest();
            begin.Phase = phase;
            begin.Maxima[0] = 2000;
            begin.Maxima[1] = 2000;
            begin.Write(host.Begin(BeginTilePhaseRequest.Code));
            BeginTilePhaseResponse ready = new BeginTilePhaseResponse();
            ready.Read(host.Send());
            int arrays = (ready.Inputs & 1) + ((ready.Inputs >> 1) & 1) + ((ready.Inputs >> 2) & 1);
            for (int first = 0; first < Parameters; first += TileLength)
            {
                Run(phase, arrays, first, Parameters - first < TileLength ? Parameters - first : TileLength);
            }

            EndTilePhaseRequest end = new EndTilePhaseRequest();
            end.SetEvents = 900;
            end.Write(host.Begin(EndTilePhaseRequest.Code));
            host.Send();
        }

        private void Run(int phase, int arrays, int first, int count)
        {
            byte[] data = new byte[2 * arrays * count];
            for (int i = 0; i < arrays * count; i++)
            {
                uint word = CounterGenerator.Word(3, (uint)phase, (uint)(first + i));
                LittleEndian.WriteUInt16(data, 2 * i, (int)(word % 4000) - 2000);
            }

            RunTileRequest run = new RunTileRequest();
            run.First = (uint)first;
            run.Count = count;
            run.Data = data;
            run.DataLength = data.Length;
            run.Write(host.Begin(RunTileRequest.Code));
            host.Send();
        }
    }
}
