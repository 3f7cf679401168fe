using ScEdge.Nano.Tests.Vectors.Sessions;
using ScEdge.Protocol.Messages;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Nano.Tests.Vectors
{
    /// <summary>
    /// Whole sessions of a host that has a board read images: every byte on the line, both ways.
    /// </summary>
    public static class ReadingVectors
    {
        /// <summary>Runs the cases.</summary>
        public static void Run(VectorLog log)
        {
            Check(log, "reading, own cells", 3973830153, 0, 1, Read(StreamSource.OwnCells, 32, 0.3, RegisterMode.Reading));
            Check(log, "reading, shared cells", 703456833, 0, 1, Read(StreamSource.SharedCells, 32, 0.0, RegisterMode.Reading));
            Check(log, "reading, shared cells, training board", 4287676235, 0, 1, Read(StreamSource.SharedCells, 32, 0.0, RegisterMode.Resident));
            Check(log, "reading, lfsr", 320729793, 0, 1, Read(StreamSource.Lfsr, 64, 0.0, RegisterMode.Reading));
            Check(log, "reading, sobol", 1938761498, 0, 1, Read(StreamSource.Sobol, 16, 0.0, RegisterMode.Reading));
            Check(log, "reading, ramp", 4017549314, 0, 1, Read(StreamSource.Ramp, 128, 0.0, RegisterMode.Reading));
            Check(log, "streamed weights, own cells", 1088448352, 0, 1, ReadStreamed(StreamSource.OwnCells, 32, 0.3));
            Check(log, "streamed weights, shared cells", 1107982227, 0, 1, ReadStreamed(StreamSource.SharedCells, 32, 0.0));
            Check(log, "streamed weights, sobol", 4030840496, 0, 1, ReadStreamed(StreamSource.Sobol, 16, 0.0));
            Check(log, "streamed weights, refusals", 1909075330, 62, 1, RefusedStreamed());
            Check(log, "reading, refusals", 2865979543, 24, 1, Refused());
            Check(log, "reading, restart without a host", 3632898793, 0, 2, Restarted());
        }

        private static void Check(VectorLog log, string name, uint bytes, int refusals, int sessions, SessionHost host)
        {
            log.Check(name, bytes, host.Digest);
            log.CheckNumber(name + ", requests refused", refusals, host.Refusals);
            log.CheckNumber(name + ", sessions", sessions, host.Sessions);
        }

        private static SessionHost Read(StreamSource source, int length, double deviceToDevice, RegisterMode mode)
        {
            SessionHost host = new SessionHost(0, false);
            ReadingScript script = new ReadingScript(host);
            script.PutRegisters(mode);
            script.Describe(10);
            script.Apply(source, length, deviceToDevice);
            for (uint serial = 0; serial < 3; serial++)
            {
                script.Read(serial);
            }

            host.Ask(MessageCode.GetNetwork);
            return host;
        }

        private static SessionHost ReadStreamed(StreamSource source, int length, double deviceToDevice)
        {
            SessionHost host = new SessionHost(0, false);
            ReadingScript script = new ReadingScript(host);
            script.DescribeStreamed(ReadingScript.MaximumOf(0));
            script.Apply(source, length, deviceToDevice);
            script.ReadStreamed(0, 2);
            script.ReadStreamed(2, 1);
            host.Ask(MessageCode.GetNetwork);
            return host;
        }

        /// <summary>Weights for nobody and other weights than announced, before a network with registers takes over.</summary>
        private static SessionHost RefusedStreamed()
        {
            SessionHost host = new SessionHost(0, false);
            ReadingScript script = new ReadingScript(host);
            script.DescribeStreamed(1);
            script.Apply(StreamSource.SharedCells, 32, 0.0);
            script.Read(1);
            script.ReadStreamed(0, 0);
            script.ReadStreamed(0, 1);
            for (int code = (int)MessageCode.BeginStreamedNetwork; code <= (int)MessageCode.GetReading; code++)
            {
                host.Ask((MessageCode)code);
            }

            script.PutRegisters(RegisterMode.Reading);
            script.ReadStreamed(0, 1);
            script.Describe(10);
            script.Apply(StreamSource.SharedCells, 32, 0.0);
            script.ReadStreamed(0, 1);
            script.Read(1);
            return host;
        }

        /// <summary>Networks that a board must not take, before and behind one that it must.</summary>
        private static SessionHost Refused()
        {
            SessionHost host = new SessionHost(0, false);
            ReadingScript script = new ReadingScript(host);
            script.Describe(10);
            script.Read(1);
            script.PutRegisters(RegisterMode.Reading);
            script.Read(1);
            script.Describe(0xFFFF);
            script.Describe(11);
            script.Apply(StreamSource.SharedCells, 32, 0.0);
            script.Describe(10);
            script.Apply(StreamSource.SharedCells, 33, 0.0);
            script.Apply(StreamSource.OwnCells, 4096, 0.0);
            script.Apply(StreamSource.SharedCells, 16, 0.0);
            for (int code = (int)MessageCode.BeginNetwork; code <= (int)MessageCode.GetLayerCounts; code++)
            {
                host.Ask((MessageCode)code);
            }

            script.Read(2);
            return host;
        }

        /// <summary>A board that is switched on reads what it kept before any host has told it something.</summary>
        private static SessionHost Restarted()
        {
            SessionHost host = new SessionHost(0, false);
            ReadingScript script = new ReadingScript(host);
            script.PutRegisters(RegisterMode.Reading);
            script.Describe(10);
            script.Apply(StreamSource.SharedCells, 32, 0.3);
            script.Read(1);
            host.Ask(MessageCode.SaveCheckpoint);
            host.Ask(MessageCode.ResetBoard);
            host.AwaitReset();
            script.Read(1);
            script.Apply(StreamSource.Sobol, 32, 0.0);
            script.Read(1);
            return host;
        }
    }
}
