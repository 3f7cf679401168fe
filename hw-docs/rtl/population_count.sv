// Ones among 32 bits.
module population_count (
    input  logic [31:0] bits,
    output logic [5:0]  ones
);
  always_comb begin
    ones = 6'd0;
    for (int i = 0; i < 32; i++) ones = ones + 6'(bits[i]);
  end
endmodule
