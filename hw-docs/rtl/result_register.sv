// BITS flip-flops without gate, set and reset: `kept` is `next` of the clock before.
module result_register #(
    parameter int BITS = 16
) (
    input  logic            clk,
    input  logic [BITS-1:0] next,
    output logic [BITS-1:0] kept
);
  always_ff @(posedge clk) kept <= next;
endmodule
