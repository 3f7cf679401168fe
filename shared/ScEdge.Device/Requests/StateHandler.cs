using ScEdge.Device.Service;
using ScEdge.Device.States;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Service;
using ScEdge.Protocol.Messages.State;

namespace ScEdge.Device.Requests
{
    /// <summary>
    /// Pushes and pulls state images.
    /// </summary>
    internal sealed class StateHandler
    {
        private readonly BoardState state;
        private readonly EventLog log;
        private readonly BeginPushRequest begin = new BeginPushRequest();
        private readonly BeginPushResponse begun = new BeginPushResponse();
        private readonly PushChunkRequest chunk = new PushChunkRequest();
        private readonly PushChunkResponse kept = new PushChunkResponse();
        private readonly CommitPushResponse committed = new CommitPushResponse();
        private readonly PullStateRequest pull = new PullStateRequest();
        private readonly PullStateResponse piece = new PullStateResponse();

        public StateHandler(BoardState state, EventLog log)
        {
            this.state = state;
            this.log = log;
        }

        public void BeginPush(MessageReader reader, Reply reply)
        {
            if (!begin.Read(reader) || !IsKind(begin.Kind))
            {
                reply.RefuseMalformed();
                return;
            }

            if (!HasRegisters(state, reply))
            {
                return;
            }

            int length = state.Image.Length(begin.Kind);
            if (begin.Length != (uint)length)
            {
                reply.Refuse(
                    ErrorCode.OutOfRange, begin.Length, length,
                    "The image has another length than the configuration asks for.");
                return;
            }

            PushBuffer push = state.Push;
            if (!push.Is(begin.Kind, length, begin.Check))
            {
                int available = state.FreeBytes + push.Bytes;
                if (length > available)
                {
                    reply.Refuse(ErrorCode.OutOfMemory, length, available, "The image does not fit beside the state in force.");
                    return;
                }

                push.Begin(begin.Kind, length, begin.Check);
            }

            begun.Offset = (uint)push.Received;
            begun.Write(reply.Accept());
        }

        public void PushChunk(MessageReader reader, Reply reply)
        {
            PushBuffer push = state.Push;
            if (!chunk.Read(reader))
            {
                reply.RefuseMalformed();
            }
            else if (push.Image == null)
            {
                reply.Refuse(ErrorCode.WrongState, 0, 0, "Begin the push first.");
            }
            else if (chunk.Offset > (uint)push.Received)
            {
                reply.Refuse(ErrorCode.OutOfOrder, chunk.Offset, push.Received, "A piece of the image is missing.");
            }
            else if (chunk.DataLength > push.Image.Length - (int)chunk.Offset)
            {
                reply.Refuse(
                    ErrorCode.OutOfRange, (long)chunk.Offset + chunk.DataLength, push.Image.Length,
                    "The piece goes beyond the image.");
            }
            else
            {
                push.Put((int)chunk.Offset, chunk.Data, chunk.DataOffset, chunk.DataLength);
                kept.Received = (uint)push.Received;
                kept.Write(reply.Accept());
            }
        }

        /// <returns>Whether the state was replaced.</returns>
        public bool CommitPush(Reply reply)
        {
            PushBuffer push = state.Push;
            if (push.Image == null || push.Received < push.Image.Length)
            {
                reply.Refuse(ErrorCode.WrongState, push.Received, push.Bytes, "The image is not whole yet; the old state stays.");
                return false;
            }

            uint actual = push.ActualCheck();
            bool isGood = actual == push.Announced && StateLoader.Load(state, push.Kind, push.Image);
            if (!isGood)
            {
                reply.Refuse(
                    ErrorCode.CheckMismatch,
                    push.Announced,
                    actual,
                    "The image is not the announced one or holds impossible registers; the old state stays.");
                push.Drop();
                return false;
            }

            push.Drop();
            committed.StateCheck = state.StateCheck;
            committed.Write(reply.Accept());
            log.Write(LogLevel.Event, "state pushed, check " + HexText.Of(committed.StateCheck));
            return true;
        }

        public void PullState(MessageReader reader, Reply reply)
        {
            if (!pull.Read(reader) || !IsKind(pull.Kind))
            {
                reply.RefuseMalformed();
                return;
            }

            if (!HasRegisters(state, reply))
            {
                return;
            }

            int length = state.Image.Length(pull.Kind);
            if (pull.Offset > (uint)length)
            {
                reply.Refuse(ErrorCode.OutOfRange, pull.Offset, length, "The piece begins beyond the image.");
                return;
            }

            // All fields but the bytes are written first; then the bytes go straight to their place.
            const int FieldBytes = 16;
            MessageWriter writer = reply.Accept();
            int count = length - (int)pull.Offset;
            count = count < pull.Count ? count : pull.Count;
            count = count < writer.Room - FieldBytes ? count : writer.Room - FieldBytes;
            bool isLast = pull.Offset + (uint)count == (uint)length;
            piece.Offset = pull.Offset;
            piece.Length = (uint)length;
            piece.StepsDone = state.StepsDone;
            piece.Check = !isLast ? 0 : pull.Kind == StateImageKind.Full ? state.StateCheck : state.Image.Check(pull.Kind);
            piece.DataLength = 0;
            piece.Write(writer);
            state.Image.Read(pull.Kind, (int)pull.Offset, writer.Buffer, writer.Reserve(count), count);
        }

        /// <summary>Returns whether registers are resident, and otherwise refuses.</summary>
        public static bool HasRegisters(BoardState state, Reply reply)
        {
            bool isResident = state.Configuration != null && state.Configuration.IsResident;
            if (!isResident)
            {
                reply.RefuseNotResident();
            }

            return isResident;
        }

        private static bool IsKind(StateImageKind kind)
        {
            return kind == StateImageKind.Full || kind == StateImageKind.Weights;
        }
    }
}
