// The weight row of Adam: hw-docs/optimizers.md, "Adam's quotient".
//
//   weight <- clip(weight - sign(mean) 2^quantum C),  C the ones of a stream of min(1, |mean| / scale), thinned by a gate
//
// |mean| and scale are doubled together until the scale has its leading digit; one pulse is read at two times, so that its bits are nested; the
// divider passes the inner bit where the outer bit is one and repeats its last output elsewhere. A gate of 65536 draws nothing.
//
//   start        takes weight, mean, scale and the counter of the parameter's stream, index x 16 ceil(N / 32)
//   length       N, a power of two up to 4096
//   gate_p       0..65536; its stream has the same counters under a key of its own
//
// Weight decay is not part of this lane. Reset: synchronous, active high.
module quotient_lane (
    input  logic               clk,
    input  logic               reset,
    input  logic               start,
    input  logic signed [15:0] weight,
    input  logic signed [15:0] mean,
    input  logic signed [15:0] scale,
    input  logic [14:0]        limit,
    input  logic [12:0]        length,
    input  logic [63:0]        key,
    input  logic [63:0]        gate_key,
    input  logic [16:0]        gate_p,
    input  logic [31:0]        first_counter,
    input  logic [4:0]         quantum,
    output logic               done,
    output logic signed [15:0] result,
    output logic               clipped,
    output logic [15:0]        words
);
  localparam int Width = 34;

  typedef enum logic [2:0] {
    IDLE,
    NORMALISE,
    BEGIN_READ,
    WAIT_READ,
    BEGIN_GATE,
    WAIT_GATE,
    FINISH
  } state_t;

  state_t                  state;
  logic signed [15:0]      held_weight;
  logic                    negative;
  logic [15:0]             dividend, divisor, magnitude, least;
  logic [12:0]             left, ones;
  logic [31:0]             counter, mask, random, request, outer, inner, quotient;
  logic [32:0]             carries;
  logic                    last, gated, drawing_gate, drawn, unused_wants;
  logic [4:0]              drawn_words;
  logic [5:0]              new_ones;
  logic [31:0]             passed, held_quotient;
  logic signed [Width-1:0] moved;

  assign gated        = gate_p != 17'h1_0000;
  assign mask         = left >= 13'd32 ? 32'hFFFF_FFFF : ~(32'hFFFF_FFFF << left[4:0]);
  assign drawing_gate = state == BEGIN_GATE || state == WAIT_GATE;
  assign magnitude    = 16'(mean < 16'sd0 ? -mean : mean);
  assign least        = scale < 16'sd1 ? 16'd1 : 16'(scale);

  // Set is generate, keep is propagate: the chain of flip-flop states is that of an adder's carries.
  assign carries  = {1'b0, inner} ^ {1'b0, inner | ~outer} ^ ({1'b0, inner} + {1'b0, inner | ~outer} + {32'd0, last});
  assign quotient = 32'(carries >> 1);
  assign passed   = drawing_gate ? held_quotient & outer : quotient & mask;

  counter_word generator (
      .key(drawing_gate ? gate_key : key),
      .counter(request),
      .word(random)
  );

  bernoulli_word comparator (
      .clk(clk),
      .reset(reset),
      .start(state == BEGIN_READ && left != 13'd0 || state == BEGIN_GATE),
      .p(drawing_gate ? gate_p : {1'b0, divisor}),
      .inner_p(drawing_gate ? 17'd0 : {1'b0, dividend}),
      .mask(mask),
      .counter(counter),
      .wants(unused_wants),
      .request(request),
      .random(random),
      .done(drawn),
      .bits(outer),
      .inner_bits(inner),
      .words(drawn_words)
  );

  population_count count (
      .bits(passed),
      .ones(new_ones)
  );

  assign moved = Width'({1'b0, ones}) <<< quantum;

  saturate #(
      .WIDTH(Width)
  ) clip (
      .sum(negative ? Width'(held_weight) + moved : Width'(held_weight) - moved),
      .limit(limit),
      .value(result),
      .clipped(clipped)
  );

  assign done = state == FINISH;

  always_ff @(posedge clk) begin
    if (reset) begin
      state <= IDLE;
    end else begin
      case (state)
        IDLE, FINISH: begin
          state       <= !start ? IDLE : mean == 16'sd0 ? FINISH : NORMALISE;
          held_weight <= weight;
          negative    <= mean < 16'sd0;
          divisor     <= least;
          dividend    <= magnitude > least ? least : magnitude;
          left        <= length;
          counter     <= first_counter;
          ones        <= 13'd0;
          last        <= 1'b0;
          words       <= 16'd0;
        end
        NORMALISE: begin
          if (divisor[15]) begin
            state <= BEGIN_READ;
          end else begin
            divisor  <= divisor << 1;
            dividend <= dividend << 1;
          end
        end
        BEGIN_READ: state <= left == 13'd0 ? FINISH : WAIT_READ;
        BEGIN_GATE: state <= WAIT_GATE;
        WAIT_READ, WAIT_GATE: begin
          if (drawn) begin
            words <= words + 16'(drawn_words);
            if (state == WAIT_READ) begin
              held_quotient <= quotient & mask;
              last          <= quotient[31];
            end
            if (state == WAIT_READ && gated) begin
              state <= BEGIN_GATE;
            end else begin
              ones    <= ones + 13'(new_ones);
              left    <= left > 13'd32 ? left - 13'd32 : 13'd0;
              counter <= counter + 32'd16;
              state   <= BEGIN_READ;
            end
          end
        end
        default: state <= IDLE;
      endcase
    end
  end
endmodule
