using System;
using ScEdge.Device.Configurations;
using ScEdge.Device.States;
using ScEdge.Protocol.Links;
using ScEdge.Protocol.Messages.Steps;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Device.Steps
{
    /// <summary>
    /// Runs a step over all resident tensors, one range of parameters at a time, so that the line is looked at in between.
    /// </summary>
    internal sealed class StepRunner
    {
        private readonly BoardState state;
        private readonly IClock clock;
        private readonly short[] before;
        private readonly OperationCounts counts = new OperationCounts();
        private readonly OperationCounts phaseCounts = new OperationCounts();
        private readonly OperationCounts rateCounts = new OperationCounts();
        private Configuration configuration;
        private BeginStepRequest step;
        private TensorOptimizer tensor;
        private int tensorIndex;
        private int phase;
        private int position;
        private uint maximum;
        private long startedAt;

        public StepRunner(BoardState state, IClock clock, int rangeLength)
        {
            this.state = state;
            this.clock = clock;
            before = new short[rangeLength];
        }

        /// <summary>The account of the last step.</summary>
        public readonly StepAccount Account = new StepAccount();

        /// <summary>Gets whether a step is under way.</summary>
        public bool IsRunning { get; private set; }

        /// <summary>Gets or sets whether the gradient arrays hold the weights before the last step.</summary>
        public bool HasDifferences { get; set; }

        /// <summary>Gets or sets whether <see cref="Account"/> is that of the last step of the present state.</summary>
        public bool HasAccount { get; set; }

        /// <summary>Begins a step whose gradients are complete.</summary>
        public void Begin(BeginStepRequest announced)
        {
            configuration = state.Configuration;
            step = announced;
            startedAt = clock.Microseconds;
            counts.Clear();
            tensorIndex = 0;
            IsRunning = true;
            HasAccount = false;
            state.Touch();
            BeginTensor();
        }

        /// <summary>Stops a step whose registers are about to be replaced.</summary>
        public void Abandon()
        {
            configuration = null;
            tensor = null;
            IsRunning = false;
            HasDifferences = false;
            HasAccount = false;
        }

        /// <summary>Updates the registers of the next range.</summary>
        /// <returns>Whether that was the last one.</returns>
        public bool RunRange()
        {
            short[] gradients = configuration.Gradients[tensorIndex];
            int start = position;
            int count = gradients.Length - start < before.Length ? gradients.Length - start : before.Length;
            int end = start + count;

            // In the last phase a gradient is not needed after its range: its place takes the weight before the step, for the differences.
            bool isLastPhase = phase == tensor.PhaseCount - 1;
            if (isLastPhase)
            {
                Array.Copy(tensor.Weights, start, before, 0, count);
            }

            uint largest = tensor.RunPhase(phase, gradients, start, end, phaseCounts);
            maximum = largest > maximum ? largest : maximum;
            if (isLastPhase)
            {
                Array.Copy(before, 0, gradients, start, count);
            }

            position = end;
            if (end == gradients.Length)
            {
                EndPhase();
                if (phase == tensor.PhaseCount)
                {
                    tensorIndex++;
                    if (tensorIndex == configuration.Tensors.Length)
                    {
                        End();
                        return true;
                    }

                    BeginTensor();
                }
                else
                {
                    BeginPhase();
                }
            }

            return false;
        }

        private void BeginTensor()
        {
            tensor = configuration.Tensors[tensorIndex];
            LearningRate rate = new LearningRate(step.RateFraction, step.RateShift);
            rateCounts.Clear();
            tensor.BeginStep(step.Step, step.Maxima[tensorIndex], step.FractionBits[tensorIndex], rate, rateCounts);
            phase = 0;
            BeginPhase();
        }

        private void BeginPhase()
        {
            tensor.BeginPhase(phase);
            phaseCounts.Clear();
            position = 0;
            maximum = 0;
        }

        private void EndPhase()
        {
            tensor.EndPhase(phase, maximum);
            tensor.Bank.Age(phaseCounts.SetEvents);
            if (phase == configuration.Phases - 1)
            {
                phaseCounts.Add(rateCounts);
            }

            counts.Add(phaseCounts);
            phaseCounts.CopyTo(configuration.PhaseCounts[(tensorIndex * configuration.Phases) + phase]);
            phase++;
        }

        private void End()
        {
            IsRunning = false;
            HasDifferences = true;
            HasAccount = true;
            state.LastStep = step.Step;
            state.StepsDone++;
            state.Touch();
            StepAccount account = Account;
            account.Step = step.Step;
            account.StepsDone = state.StepsDone;
            account.DeviceMicroseconds = clock.Microseconds - startedAt;
            counts.CopyTo(account.Counts);
            long[] attojoules = account.Attojoules;
            EnergyAccount.Compute(account.Counts, configuration.Costs, attojoules);
            WorkTotals totals = state.Totals;
            totals.Updates += configuration.Parameters;
            totals.BusyMicroseconds += account.DeviceMicroseconds;
            for (int i = 0; i < attojoules.Length; i++)
            {
                totals.Attojoules = EnergyAccount.Sum(totals.Attojoules, attojoules[i]);
            }
        }
    }
}
