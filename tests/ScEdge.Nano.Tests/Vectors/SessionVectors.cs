using ScEdge.Nano.Tests.Vectors.Sessions;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Steps;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Nano.Tests.Vectors
{
    /// <summary>
    /// Whole sessions of a host with a board: every byte on the line, both ways.
    /// </summary>
    public static class SessionVectors
    {
        /// <summary>Runs the cases.</summary>
        public static void Run(VectorLog log)
        {
            Check(log, "session, sgd", 958456144, 0, 1, Trained(OptimizerKind.Sgd, 0.0, 0));
            Check(log, "session, momentum", 804322377, 0, 1, Trained(OptimizerKind.Momentum, 0.0, 0));
            Check(log, "session, adam", 272606544, 0, 1, Trained(OptimizerKind.Adam, 0.0, 0));
            Check(log, "session, momentum, spread", 1092169804, 0, 1, Trained(OptimizerKind.Momentum, 0.3, 0));
            Check(log, "session, momentum, garbled line", 3073464333, 0, 1, Trained(OptimizerKind.Momentum, 0.0, 701));
            Check(log, "session, tiles", 3635326583, 0, 1, TiledStep());
            Check(log, "session, self test", 1197140788, 0, 1, SelfTest());
            Check(log, "session, refusals", 1531221151, 99, 1, Refused());
            Check(log, "session, reset and restore", 18576594, 0, 2, Restored());
            Check(log, "session, cells", 2070731484, 3, 2, Calibrated());
        }

        private static void Check(VectorLog log, string name, uint bytes, int refusals, int sessions, SessionHost host)
        {
            log.Check(name, bytes, host.Digest);
            log.CheckNumber(name + ", requests refused", refusals, host.Refusals);
            log.CheckNumber(name + ", sessions", sessions, host.Sessions);
        }

        private static SessionHost Trained(OptimizerKind optimizer, double deviceToDevice, int garbles)
        {
            SessionHost host = new SessionHost(garbles, false);
            SessionScript script = new SessionScript(host);
            script.Hello();
            script.Configure(optimizer, RegisterMode.Resident, deviceToDevice);
            script.PushWeights();
            script.Step(1, GradientFormat.Int16);
            script.Step(2, GradientFormat.Float32);
            script.Step(3, GradientFormat.Int8);
            script.PullAll();
            host.Ask(MessageCode.GetStatus);
            return host;
        }

        private static SessionHost TiledStep()
        {
            SessionHost host = new SessionHost(0, false);
            new SessionScript(host).Configure(OptimizerKind.Momentum, RegisterMode.Tiled, 0.3);
            new TileScript(host).Step();
            return host;
        }

        private static SessionHost SelfTest()
        {
            SessionHost host = new SessionHost(0, false);
            host.Ask(MessageCode.RunSelfTest);
            return host;
        }

        /// <summary>Requests that a board must not carry out, and one that it must, behind each other.</summary>
        private static SessionHost Refused()
        {
            SessionHost host = new SessionHost(0, false);
            SessionScript script = new SessionScript(host);
            script.Step(1, GradientFormat.Int16);
            script.PullAll();
            script.Configure((OptimizerKind)9, RegisterMode.Resident, 0.0);
            script.Configure(OptimizerKind.Momentum, RegisterMode.Resident, 0.0);
            host.Ask(MessageCode.RunStep);
            host.Ask(MessageCode.CommitPush);
            host.Ask(MessageCode.RestoreCheckpoint);
            host.Ask((MessageCode)0x3456);
            for (int code = 0; code < 0x58; code++)
            {
                // Cut short; a restart would end the session.
                if (code != (int)MessageCode.ResetBoard)
                {
                    host.Ask((MessageCode)code);
                }
            }

            script.Step(1, GradientFormat.Int16);
            return host;
        }

        private static SessionHost Restored()
        {
            SessionHost host = new SessionHost(0, false);
            SessionScript script = new SessionScript(host);
            script.Configure(OptimizerKind.Momentum, RegisterMode.Resident, 0.3);
            script.PushWeights();
            script.Step(1, GradientFormat.Int16);
            host.Ask(MessageCode.SaveCheckpoint);
            script.Step(2, GradientFormat.Int16);
            host.Ask(MessageCode.ResetBoard);
            host.AwaitReset();
            host.Ask(MessageCode.GetStatus);
            host.Ask(MessageCode.RestoreCheckpoint);
            script.Step(2, GradientFormat.Int16);
            script.PullAll();
            return host;
        }

        /// <summary>Cells are calibrated at the first start, one again when asked for, and are found by the second start.</summary>
        private static SessionHost Calibrated()
        {
            SessionHost host = new SessionHost(0, true);
            CellScript script = new CellScript(host);
            for (int cell = 0; cell < LinearFrontEnd.Cells; cell++)
            {
                script.Await(cell, 1);
            }

            script.Calibrate(0, 1);
            script.Await(0, 2);
            script.Calibrate(2, 2);
            script.Ask(3);
            host.Ask(MessageCode.GetCell);
            new SessionScript(host).Hello();
            host.Ask(MessageCode.ResetBoard);
            host.AwaitReset();
            script.Await(0, 0);
            return host;
        }
    }
}
