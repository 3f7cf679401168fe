// Up to 32 bits of one probability at a time, and of a second, smaller one nested in it: hw-docs/stream-format.md, "Bits".
//
// Lane j compares R_j, spelled by bit j of successive random words, most significant digit first, with P. A lane is decided at the first
// digit in which they differ; drawing stops when all lanes in use are, or when the digits left in P are all zero. Then the counters of the
// words that were not drawn are skipped.
//
//   start   begins a word: p, inner_p, mask are taken; a word of the stream owns 16 counters from `counter` on
//   random  Word(key, request), from whatever makes it; read in the cycle of the request
//   done    high for the cycle in which bits, inner_bits and words hold the result
//   p, inner_p  0..65536 in units of 2^-16; a stream without a second read has inner_p = 0
//
// Reset: synchronous, active high.
module bernoulli_word (
    input  logic        clk,
    input  logic        reset,
    input  logic        start,
    input  logic [16:0] p,
    input  logic [16:0] inner_p,
    input  logic [31:0] mask,
    input  logic [31:0] counter,
    output logic        wants,
    output logic [31:0] request,
    input  logic [31:0] random,
    output logic        done,
    output logic [31:0] bits,
    output logic [31:0] inner_bits,
    output logic [4:0]  words
);
  logic        busy;
  logic [15:0] digits, inner_digits;
  logic [31:0] undecided, inner_undecided;
  logic        finished, inner_finished;

  assign finished       = digits == 16'd0 || undecided == 32'd0;
  assign inner_finished = inner_digits == 16'd0 || inner_undecided == 32'd0;
  assign wants          = busy && !(finished && inner_finished);
  assign done           = busy && finished && inner_finished;

  always_ff @(posedge clk) begin
    if (reset) begin
      busy <= 1'b0;
    end else if (start) begin
      busy            <= 1'b1;
      request         <= counter;
      words           <= 5'd0;
      digits          <= p[15:0];
      inner_digits    <= inner_p[15:0];
      bits            <= p[16] ? mask : 32'd0;
      inner_bits      <= inner_p[16] ? mask : 32'd0;
      undecided       <= p[16] ? 32'd0 : mask;
      inner_undecided <= inner_p[16] ? 32'd0 : mask;
    end else if (wants) begin
      request <= request + 32'd1;
      words   <= words + 5'd1;
      if (!finished) begin
        bits      <= bits | (digits[15] ? undecided & ~random : 32'd0);
        undecided <= undecided & ~(random ^ {32{digits[15]}});
        digits    <= digits << 1;
      end
      if (!inner_finished) begin
        inner_bits      <= inner_bits | (inner_digits[15] ? inner_undecided & ~random : 32'd0);
        inner_undecided <= inner_undecided & ~(random ^ {32{inner_digits[15]}});
        inner_digits    <= inner_digits << 1;
      end
    end else if (done) begin
      busy <= 1'b0;
    end
  end
endmodule
