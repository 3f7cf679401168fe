// Independent numbers: the first digits of Word(key, 0), Word(key, 1), ...: Sources.CounterSource of the software.
//
//   restart  the counter becomes zero; step: the next number
//
// counter_word has three multipliers: for an FPGA that must draw the software's numbers. No reset: restart it.
module counter_source #(
    parameter int WIDTH = 16
) (
    input  logic             clk,
    input  logic             restart,
    input  logic             step,
    input  logic [63:0]      key,
    output logic [WIDTH-1:0] number
);
  logic [31:0] counter, word;
  logic        gated, run;

  counter_word mix (
      .key(key),
      .counter(counter),
      .word(word)
  );

  clock_gate gate (
      .clk(clk),
      .enable(restart || step),
      .gated(gated),
      .run(run)
  );

  always_ff @(posedge gated) if (run) counter <= restart ? 32'd0 : counter + 32'd1;

  assign number = WIDTH'(word >> (32 - WIDTH));
endmodule
