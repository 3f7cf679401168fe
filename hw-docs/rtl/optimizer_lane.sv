// A lane with a generator of counter words: on an FPGA it computes the registers of the software, bit for bit.
//
//   Ports and widths are those of register_lane, less the ones to the generator, which is inside: see there. A word of random digits takes a
//   clock; result, clipped and words hold while done is high.
//
// Reset: synchronous, active high.
module optimizer_lane #(
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
    output logic               done,
    output logic signed [15:0] result,
    output logic               clipped,
    output logic [15:0]        words
);
  logic        draw, drawn;
  logic [63:0] draw_key;
  logic [16:0] draw_p;
  logic [31:0] draw_mask, draw_counter, drawn_bits, request, random;
  logic        unused_wants;
  logic [31:0] unused_inner_bits;
  logic [4:0]  drawn_words;

  register_lane #(
      .POWER_OF_TWO(POWER_OF_TWO)
  ) lane (
      .*
  );

  counter_word generator (
      .key(draw_key),
      .counter(request),
      .word(random)
  );

  bernoulli_word comparator (
      .clk(clk),
      .reset(reset),
      .start(draw && draw_mask != 32'd0),
      .p(draw_p),
      .inner_p(17'd0),
      .mask(draw_mask),
      .counter(draw_counter),
      .wants(unused_wants),
      .request(request),
      .random(random),
      .done(drawn),
      .bits(drawn_bits),
      .inner_bits(unused_inner_bits),
      .words(drawn_words)
  );
endmodule
