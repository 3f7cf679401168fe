using ScEdge.Device.Platform;
using ScEdge.Device.Service;
using ScEdge.Device.States;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Service;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Device.Requests
{
    /// <summary>
    /// Configuration and state to the board's storage and back.
    /// </summary>
    internal sealed class CheckpointHandler
    {
        private readonly BoardState state;
        private readonly BoardHealth health;
        private readonly EventLog log;
        private readonly Checkpoint checkpoint;
        private readonly SaveCheckpointResponse saved = new SaveCheckpointResponse();
        private readonly RestoreCheckpointResponse restored = new RestoreCheckpointResponse();

        public CheckpointHandler(BoardState state, IBoardStorage storage, BoardHealth health, EventLog log)
        {
            this.state = state;
            this.health = health;
            this.log = log;
            checkpoint = storage == null ? null : new Checkpoint(state, storage);
        }

        /// <summary>Takes up what was saved, if it is a network that only reads: a board reads again after a restart, without a host.</summary>
        /// <remarks>A training is left to its host, which knows what else it is to hold.</remarks>
        public void Resume()
        {
            long needed;
            if (checkpoint != null && checkpoint.HasReader() && checkpoint.Restore(out needed) == ErrorCode.None && state.Network != null)
            {
                log.Write(LogLevel.Event, "stored network of " + state.Network.Layers.Length.ToString() + " layers reads");
            }
        }

        public void Save(Reply reply)
        {
            if (state.Configuration == null)
            {
                reply.Refuse(ErrorCode.NotConfigured, 0, 0, "There is nothing to save: no configuration is in force.");
                return;
            }

            int length = checkpoint == null ? 0 : checkpoint.Save();
            health.HasStorageFailed = checkpoint != null && length == 0;
            if (length == 0)
            {
                reply.Refuse(ErrorCode.NoStorage, 0, 0, "The board has no storage, or it is full or failing.");
                return;
            }

            saved.Length = (uint)length;
            saved.StateCheck = state.StateCheck;
            saved.Write(reply.Accept());
            log.Write(LogLevel.Event, "checkpoint saved, check " + HexText.Of(saved.StateCheck));
        }

        public void Restore(Reply reply)
        {
            if (checkpoint == null)
            {
                reply.Refuse(ErrorCode.NoStorage, 0, 0, "The board has no storage.");
                return;
            }

            long needed;
            ErrorCode error = checkpoint.Restore(out needed);
            if (checkpoint.FoundFormat != 0 && checkpoint.FoundFormat != StreamFormat.Version)
            {
                reply.Refuse(
                    error, checkpoint.FoundFormat, StreamFormat.Version,
                    "The checkpoint is of another stream format than the board: configure it and push the registers.");
                return;
            }

            if (error != ErrorCode.None)
            {
                health.HasStorageFailed = error == ErrorCode.NoStorage;
                reply.Refuse(
                    error, needed, state.FreeBytes,
                    "There is no whole checkpoint, it cannot be read, or it does not fit in memory.");
                return;
            }

            restored.ConfigurationCheck = state.Configuration.Record.Check;
            restored.StepsDone = state.StepsDone;
            restored.LastStep = state.LastStep;
            restored.StateCheck = state.StateCheck;
            restored.Write(reply.Accept());
            log.Write(LogLevel.Event, "checkpoint restored, check " + HexText.Of(restored.StateCheck));
        }
    }
}
