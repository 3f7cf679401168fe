// Ones among BITS bits.
//
//   bits  BITS bits
//   ones  0..BITS, as many bits as that takes: 6 for 32
//
// Combinational, without clock and reset.
module population_count #(
    parameter int BITS = 32
) (
    input  logic [BITS-1:0]           bits,
    output logic [$clog2(BITS+1)-1:0] ones
);
  localparam int CountBits = $clog2(BITS + 1);

  always_comb begin
    ones = '0;
    for (int i = 0; i < BITS; i++) ones = ones + CountBits'(bits[i]);
  end
endmodule
