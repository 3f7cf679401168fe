using System;
using ScEdge.Device.Configurations;
using ScEdge.Device.States;
using ScEdge.Device.Steps;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Steps;

namespace ScEdge.Device.Requests
{
    /// <summary>
    /// Takes the gradients of a step, has it run, and gives account and updates.
    /// </summary>
    internal sealed class StepHandler
    {
        private const int LargestRateShift = 62;

        private readonly BoardState state;
        private readonly GradientIntake intake = new GradientIntake();
        private readonly PutGradientsRequest put = new PutGradientsRequest();
        private readonly PutGradientsResponse taken = new PutGradientsResponse();
        private readonly GetPhaseCountsRequest phase = new GetPhaseCountsRequest();
        private readonly GetPhaseCountsResponse phaseCounts = new GetPhaseCountsResponse();
        private readonly PullUpdatesRequest pull = new PullUpdatesRequest();
        private readonly PullUpdatesResponse updates = new PullUpdatesResponse();
        private bool isCollecting;

        public StepHandler(BoardState state, StepRunner runner)
        {
            this.state = state;
            Runner = runner;
        }

        /// <summary>The step itself.</summary>
        public readonly StepRunner Runner;

        /// <summary>Gets whether gradients are coming in.</summary>
        public bool IsCollecting
        {
            get { return isCollecting; }
        }

        /// <summary>Forgets what is under way: the registers were replaced.</summary>
        public void Forget()
        {
            isCollecting = false;
            intake.Forget();
            Runner.Abandon();
        }

        public void BeginStep(MessageReader reader, Reply reply)
        {
            Configuration configuration = state.Configuration;
            if (configuration == null || !configuration.IsResident)
            {
                reply.RefuseNotResident();
                return;
            }

            if (!configuration.CanTrain)
            {
                reply.Refuse(ErrorCode.NotConfigured, 0, 0, "The configuration in force only reads; configure the board for training.");
                return;
            }

            BeginStepRequest step = intake.Step;
            isCollecting = false;
            if (!step.Read(reader) || step.TensorCount != configuration.Tensors.Length || step.Format > GradientFormat.Float32
                || !IsRate(step.RateFraction, step.RateShift, configuration.RateAsStream) || !AreScales(step))
            {
                reply.RefuseMalformed();
                return;
            }

            isCollecting = true;
            Runner.HasDifferences = false;
            intake.Begin(configuration);
            reply.Accept();
        }

        public void PutGradients(MessageReader reader, Reply reply)
        {
            if (!put.Read(reader))
            {
                reply.RefuseMalformed();
                return;
            }

            if (!isCollecting)
            {
                reply.Refuse(ErrorCode.WrongState, 0, 0, "Begin the step first.");
                return;
            }

            int bytes = intake.BytesPerParameter;
            int count = put.DataLength / bytes;
            int parameters = state.Configuration.Parameters;
            if (put.Offset > (uint)intake.Received)
            {
                reply.Refuse(ErrorCode.OutOfOrder, put.Offset, intake.Received, "Gradients are missing before these.");
            }
            else if (count * bytes != put.DataLength || count == 0)
            {
                reply.RefuseMalformed();
            }
            else if (count > parameters - (int)put.Offset)
            {
                reply.Refuse(
                    ErrorCode.OutOfRange, (long)put.Offset + count, parameters,
                    "There are more gradients than parameters.");
            }
            else if (!intake.Put((int)put.Offset, put.Data, put.DataOffset, count))
            {
                reply.Refuse(ErrorCode.OutOfRange, put.Offset, 0, "A gradient is beyond the announced maximum of its tensor.");
            }
            else
            {
                taken.Received = (uint)intake.Received;
                taken.Write(reply.Accept());
            }
        }

        public void RunStep(Reply reply)
        {
            if (!isCollecting || intake.Received < state.Configuration.Parameters)
            {
                int parameters = state.Configuration == null ? 0 : state.Configuration.Parameters;
                reply.Refuse(
                    ErrorCode.WrongState, isCollecting ? intake.Received : 0, parameters,
                    "The gradients of the step are not complete.");
                return;
            }

            // Answered by Finish.
            isCollecting = false;
            Runner.Begin(intake.Step);
        }

        /// <summary>Gives the account of a step that is done, to its own request or to one that comes later.</summary>
        public void Finish(Reply reply)
        {
            if (Runner.HasAccount)
            {
                Runner.Account.Write(reply.Accept());
            }
            else
            {
                reply.Refuse(ErrorCode.WrongState, 0, 0, "No step was done on the present state.");
            }
        }

        public void GetPhaseCounts(MessageReader reader, Reply reply)
        {
            Configuration configuration = state.Configuration;
            if (configuration == null || !configuration.IsResident)
            {
                reply.RefuseNotResident();
            }
            else if (!phase.Read(reader))
            {
                reply.RefuseMalformed();
            }
            else if (phase.Tensor >= configuration.Tensors.Length || phase.Phase >= configuration.Phases)
            {
                reply.Refuse(ErrorCode.OutOfRange, phase.Tensor, configuration.Tensors.Length, "There is no such tensor or phase.");
            }
            else if (!Runner.HasAccount)
            {
                reply.Refuse(ErrorCode.WrongState, 0, 0, "No step was done on the present state.");
            }
            else
            {
                long[] counts = configuration.PhaseCounts[(phase.Tensor * configuration.Phases) + phase.Phase];
                Array.Copy(counts, phaseCounts.Counts, counts.Length);

                phaseCounts.Write(reply.Accept());
            }
        }

        public void PullUpdates(MessageReader reader, Reply reply)
        {
            Configuration configuration = state.Configuration;
            if (configuration == null || !configuration.IsResident)
            {
                reply.RefuseNotResident();
            }
            else if (!pull.Read(reader) || pull.Format > UpdateFormat.Differences)
            {
                reply.RefuseMalformed();
            }
            else if (pull.Format == UpdateFormat.Differences && !Runner.HasDifferences)
            {
                reply.Refuse(
                    ErrorCode.WrongState, 0, 0,
                    "There are no differences: no step was done, or the next one has begun.");
            }
            else if (pull.Offset > (uint)configuration.Parameters)
            {
                reply.Refuse(ErrorCode.OutOfRange, pull.Offset, configuration.Parameters, "There are fewer parameters.");
            }
            else
            {
                WriteUpdates(configuration, reply.Accept());
            }
        }

        /// <summary>Returns whether a learning rate can be used.</summary>
        public static bool IsRate(uint fraction, int shift, bool asStream)
        {
            return fraction > 32768 && fraction <= 65536 && shift >= -LargestRateShift && shift <= LargestRateShift
                && (asStream || fraction == 65536);
        }

        private static bool AreScales(BeginStepRequest step)
        {
            for (int i = 0; i < step.TensorCount; i++)
            {
                if (step.FractionBits[i] < -SettingsCheck.LargestExponent || step.FractionBits[i] > SettingsCheck.LargestExponent
                    || step.Maxima[i] > 32767)
                {
                    return false;
                }
            }

            return true;
        }

        private void WriteUpdates(Configuration configuration, MessageWriter writer)
        {
            const int FieldBytes = 8;
            int first = (int)pull.Offset;
            int count = configuration.Parameters - first;
            count = count < pull.Count ? count : pull.Count;
            int room = (writer.Room - FieldBytes) / 2;
            count = count < room ? count : room;
            updates.Offset = pull.Offset;
            updates.LastStep = state.LastStep;
            updates.DataLength = 0;
            updates.Write(writer);
            int at = writer.Reserve(2 * count);
            for (int tensor = 0; count > 0; tensor++)
            {
                short[] weights = configuration.Tensors[tensor].Weights;
                int part = weights.Length - first;
                if (part > 0)
                {
                    part = part < count ? part : count;
                    WritePart(weights, configuration.Gradients[tensor], first, part, writer.Buffer, at);
                    at += 2 * part;
                    first += part;
                    count -= part;
                }

                first -= weights.Length;
            }
        }

        private void WritePart(short[] weights, short[] before, int first, int count, byte[] target, int offset)
        {
            if (pull.Format == UpdateFormat.Registers)
            {
                LittleEndian.WriteInt16s(weights, first, count, target, offset);
                return;
            }

            for (int i = first; i < first + count; i++)
            {
                LittleEndian.WriteUInt16(target, offset, weights[i] - before[i]);
                offset += 2;
            }
        }
    }
}
