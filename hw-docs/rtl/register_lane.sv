// A lane of the optimiser: one row of the table in hw-docs/optimizers.md, "A step in integers", for one parameter after the other.
//
//   register <- clip(register +- SC(change x quantity) - SC(decay x register))
//
// Both changes are drawn from the register as it was, added up and clipped once. A stream of N bits has ceil(N / 32) words, drawn one after
// the other by the generator at the ports.
//
//   start            takes register, quantity and the counters of the parameter's streams
//   *_counter        first counter of the parameter: index x 16 ceil(N / 32)
//   *_key .. *_quantum  settings of a phase, steady while it runs: key of the step, mantissa and shift (stream_scale), quantum of a counted bit
//   has_decay        whether the row has a decay; take_away: whether the change is subtracted (weights)
//   at_least_one     whether a result below one becomes one (Adam's scale, whose quantity is the magnitude of the gradient)
//   result, clipped  when done is high; words: random words that both streams took
//
// Reset: synchronous, active high. Registers hold -32767..32767.
module register_lane #(
    parameter int POWER_OF_TWO = 0
) (
    input  logic               clk,
    input  logic               reset,
    input  logic               start,
    input  logic signed [15:0] register_value,
    input  logic signed [15:0] quantity,
    input  logic [14:0]        limit,
    input  logic               bipolar,
    input  logic               take_away,
    input  logic               has_decay,
    input  logic               at_least_one,
    input  logic [12:0]        change_length,
    input  logic [12:0]        decay_length,
    input  logic [63:0]        change_key,
    input  logic [63:0]        decay_key,
    input  logic [31:0]        change_counter,
    input  logic [31:0]        decay_counter,
    input  logic [15:0]        change_mantissa,
    input  logic [15:0]        decay_mantissa,
    input  logic [5:0]         change_shift_plus_one,
    input  logic [5:0]         decay_shift_plus_one,
    input  logic [4:0]         change_quantum,
    input  logic [4:0]         decay_quantum,

    // To what makes the bits: a word of up to 32 at a time.
    output logic               draw,
    output logic [63:0]        draw_key,
    output logic [16:0]        draw_p,
    output logic [31:0]        draw_mask,
    output logic [31:0]        draw_counter,
    input  logic               drawn,
    input  logic [31:0]        drawn_bits,
    input  logic [4:0]         drawn_words,

    output logic               done,
    output logic signed [15:0] result,
    output logic               clipped,
    output logic [15:0]        words
);
  // The widest sum: a register and two counts of at most 2^12 ones at a quantum of 2^16 each.
  localparam int Width = 34;

  typedef enum logic [1:0] {
    IDLE,
    BEGIN_WORD,
    WAIT_WORD,
    FINISH
  } state_t;

  state_t                  state;
  logic                    is_decay;
  logic signed [15:0]      held_register, held_quantity, operand, clamped;
  logic [14:0]             magnitude;
  logic                    negative;
  logic [12:0]             left;
  logic [31:0]             counter;
  logic [12:0]             ones;
  logic [5:0]              new_ones;
  logic signed [Width-1:0] sum, moved, swung, counted, expected;
  logic [12:0]             length;
  logic [4:0]              quantum;
  logic                    subtract;

  assign operand   = is_decay ? held_register : held_quantity;
  assign negative  = operand < 16'sd0;
  assign magnitude = 15'(negative ? -operand : operand);
  assign length    = is_decay ? decay_length : change_length;
  assign quantum   = is_decay ? decay_quantum : change_quantum;

  stream_scale #(
      .POWER_OF_TWO(POWER_OF_TWO)
  ) scale (
      .bipolar(bipolar),
      .negative(negative),
      .magnitude(magnitude),
      .mantissa(is_decay ? decay_mantissa : change_mantissa),
      .shift_plus_one(is_decay ? decay_shift_plus_one : change_shift_plus_one),
      .p(draw_p)
  );

  population_count count (
      .bits(drawn_bits),
      .ones(new_ones)
  );

  assign draw         = state == BEGIN_WORD;
  assign draw_key     = is_decay ? decay_key : change_key;
  assign draw_counter = counter;
  assign draw_mask    = left >= 13'd32 ? 32'hFFFF_FFFF : ~(32'hFFFF_FFFF << left[4:0]);

  // The change of the stream whose last word has come: C 2^k with the sign of the quantity, or (2 C - N) 2^k.
  always_comb begin
    counted  = Width'({1'b0, ones});
    expected = Width'({1'b0, length});
    swung    = bipolar ? (counted <<< 1) - expected : counted;
    subtract = (is_decay || take_away) ^ (negative && !bipolar);
    moved    = (subtract ? -swung : swung) <<< quantum;
  end

  saturate #(
      .WIDTH(Width)
  ) clip (
      .sum(sum),
      .limit(limit),
      .value(clamped),
      .clipped(clipped)
  );

  assign result = at_least_one && clamped < 16'sd1 ? 16'sd1 : clamped;

  assign done = state == FINISH;

  always_ff @(posedge clk) begin
    if (reset) begin
      state <= IDLE;
    end else begin
      case (state)
        IDLE, FINISH: begin
          state         <= start ? BEGIN_WORD : IDLE;
          held_register <= register_value;
          held_quantity <= quantity;
          is_decay      <= 1'b0;
          left          <= change_length;
          counter       <= change_counter;
          ones          <= 13'd0;
          sum           <= Width'(register_value);
          words         <= 16'd0;
        end
        BEGIN_WORD: begin
          // With no bit left the stream is complete.
          if (left != 13'd0) begin
            state <= WAIT_WORD;
          end else begin
            sum      <= sum + moved;
            is_decay <= 1'b1;
            left     <= decay_length;
            counter  <= decay_counter;
            ones     <= 13'd0;
            state    <= !is_decay && has_decay ? BEGIN_WORD : FINISH;
          end
        end
        WAIT_WORD: begin
          if (drawn) begin
            ones    <= ones + 13'(new_ones);
            words   <= words + 16'(drawn_words);
            left    <= left > 13'd32 ? left - 13'd32 : 13'd0;
            counter <= counter + 32'd16;
            state   <= BEGIN_WORD;
          end
        end
      endcase
    end
  end
endmodule
