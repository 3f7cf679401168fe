using ScEdge.Protocol.Messages;

namespace ScEdge.Device.Requests
{
    /// <summary>
    /// The answer to a request: begun once, either with its fields or with an error.
    /// </summary>
    internal sealed class Reply
    {
        private readonly ErrorResponse error = new ErrorResponse();
        private MessageCode code;
        private int number;
        private int maximumLength;

        public Reply(int maximumPayload)
        {
            Writer = new MessageWriter(maximumPayload);
        }

        /// <summary>Gets the answer.</summary>
        public MessageWriter Writer { get; }

        /// <summary>Gets whether the answer is complete; a step or an image is answered only when it is done.</summary>
        public bool IsReady { get; private set; }

        /// <summary>Notes which request is to be answered, and how long the answer may be.</summary>
        public void Expect(MessageCode request, int requestNumber, int maximumPayload)
        {
            code = request;
            number = requestNumber;
            maximumLength = maximumPayload;
            IsReady = false;
        }

        /// <summary>Begins the answer that the request was carried out; its fields follow.</summary>
        public MessageWriter Accept()
        {
            IsReady = true;
            Writer.Begin(code, true, number, maximumLength);
            return Writer;
        }

        /// <summary>Answers that the request was not carried out.</summary>
        public void Refuse(ErrorCode reason, long detail, long other, string words)
        {
            IsReady = true;
            Writer.Begin(ErrorResponse.Code, true, number, maximumLength);
            error.Request = (int)code;
            error.Error = reason;
            error.Detail = detail;
            error.OtherDetail = other;
            error.Words = words;
            error.Write(Writer);
        }

        /// <summary>Puts an error in the place of an answer that is too long for the session's frames.</summary>
        public void Complete()
        {
            if (IsReady && Writer.HasFailed)
            {
                Refuse(ErrorCode.OutOfRange, MessageLimits.SmallestPayload, maximumLength, "Frames too short.");
            }
        }

        /// <summary>Answers that fields are missing or impossible.</summary>
        public void RefuseMalformed()
        {
            Refuse(ErrorCode.Malformed, 0, 0, "The request is too short or a field is impossible.");
        }

        /// <summary>Answers that a request needs registers on the board.</summary>
        public void RefuseNotResident()
        {
            Refuse(ErrorCode.NotConfigured, 0, 0, "No resident configuration is in force; configure the board first.");
        }
    }
}
