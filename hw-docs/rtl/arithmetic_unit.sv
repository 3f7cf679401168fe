// One operation of the binary side on operands of 8 to 32 bits, or one kind of gate 32 times, in front of a register: what circuits of fixed point
// and array gates are made of, so that each can be measured by itself.
//
//   OPERATION  0 a + b, WIDTH bits; 1 a b, signed, 2 WIDTH bits; 2 line a of 2^WIDTH;
//              32 gates: 3 a AND b, 4 a XNOR b, 5 one of a and b by c, 6 a NAND b; 7 the ones among the last WIDTH bits of a
//   WIDTH      bits of an operand: 8, 16 or 32 of a sum, 8 or 16 of a product, at most 6 of an address, at most 32 of what is counted
//   result     a clock after its operands; bits as the operation has them, which BITS follows
//
// The register stands in a module of its own: it is the load of the operation and does not belong to it. No reset: results follow operands.
module arithmetic_unit #(
    parameter int OPERATION = 0,
    parameter int WIDTH     = 16,
    parameter int BITS      = OPERATION == 1 ? 2 * WIDTH : OPERATION == 2 ? 2 ** WIDTH : OPERATION == 0 ? WIDTH
                            : OPERATION == 7 ? $clog2(WIDTH + 1) : 32
) (
    input  logic            clk,
    input  logic [31:0]     a,
    input  logic [31:0]     b,
    input  logic [31:0]     c,
    output logic [BITS-1:0] result
);
  logic [BITS-1:0] next;
  logic            unused;

  if (OPERATION == 0) begin : g_sum
    assign next = a[WIDTH-1:0] + b[WIDTH-1:0];
  end else if (OPERATION == 1) begin : g_product
    logic signed [WIDTH-1:0]   left, right;
    logic signed [2*WIDTH-1:0] product;

    assign left    = a[WIDTH-1:0];
    assign right   = b[WIDTH-1:0];
    assign product = left * right;
    assign next    = product;
  end else if (OPERATION == 2) begin : g_line
    line_decoder #(
        .BITS(WIDTH)
    ) decoder (
        .enable(1'b1),
        .address(a[WIDTH-1:0]),
        .lines(next)
    );
  end else if (OPERATION == 7) begin : g_count
    population_count #(
        .BITS(WIDTH)
    ) counter (
        .bits(a[WIDTH-1:0]),
        .ones(next)
    );
  end else begin : g_gates
    for (genvar i = 0; i < 32; i++) begin : g_gate
      assign next[i] = OPERATION == 3 ? a[i] && b[i] : OPERATION == 4 ? a[i] == b[i] : OPERATION == 5 ? (c[i] ? b[i] : a[i]) : !(a[i] && b[i]);
    end
  end

  result_register #(
      .BITS(BITS)
  ) kept_result (
      .clk(clk),
      .next(next),
      .kept(result)
  );

  assign unused = &{1'b0, a, b, c};
endmodule
