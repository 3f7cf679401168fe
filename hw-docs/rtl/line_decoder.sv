// Row or column select: an address to one line of 2^BITS.
//
//   lines   all low unless `enable`
//
// Combinational, without clock and reset.
module line_decoder #(
    parameter int BITS = 5
) (
    input  logic               enable,
    input  logic [BITS-1:0]    address,
    output logic [2**BITS-1:0] lines
);
  always_comb begin
    lines = '0;
    lines[address] = enable;
  end
endmodule
