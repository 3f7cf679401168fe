// Counts the clocks of a pulse; clocked only while it runs.
//
//   load     takes `clocks`; busy from the next clock on for so many clocks
//
// Reset: synchronous, active high.
module pulse_timer #(
    parameter int BITS = 12
) (
    input  logic            clk,
    input  logic            reset,
    input  logic            load,
    input  logic [BITS-1:0] clocks,
    output logic            busy
);
  logic [BITS-1:0] left;
  logic            gated, run;

  assign busy = left != '0;

  clock_gate gate (
      .clk(clk),
      .enable(reset || load || busy),
      .gated(gated),
      .run(run)
  );

  always_ff @(posedge gated) if (run) left <= reset ? '0 : load ? clocks : left - 1'b1;
endmodule
