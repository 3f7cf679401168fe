// The clock of a register that is not written in every cycle.
//
//   gated   a pulse in every cycle before whose rising edge `enable` was high; for always_ff @(posedge gated) if (run)
//   run     1 where the gate stops the clock; `enable` with FPGA defined, where `gated` is the clock itself
//
// Without FPGA a latch, open while the clock is low, and an AND. Synthesis puts the library's gate cell in this module's place. No reset.
module clock_gate (
    input  logic clk,
    input  logic enable,
    output logic gated,
    output logic run
);
`ifdef FPGA
  assign gated = clk;
  assign run   = enable;
`else
  logic open;

  always_latch if (!clk) open = enable;

  assign gated = clk & open;
  assign run   = 1'b1;
`endif
endmodule
