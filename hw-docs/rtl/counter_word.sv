// A random word as a function of key and counter: hw-docs/stream-format.md, "Random words".
//
//   word  = Word(key, counter), 32 fair bits
//
// Combinational, without clock and reset. Three multipliers of 32 bits: for an FPGA that must draw the bits of the software; cells, shift
// registers and Sobol generators cost less and draw others. Mixing constants: C. Wellons, triple32, 2018.
module counter_word (
    input  logic [63:0] key,
    input  logic [31:0] counter,
    output logic [31:0] word
);
  logic [31:0] start, first, keyed, second, third;

  assign start  = counter + key[31:0];
  assign first  = (start ^ (start >> 17)) * 32'hED5A_D4BB;
  assign keyed  = first ^ key[63:32];
  assign second = (keyed ^ (keyed >> 11)) * 32'hAC4C_1B51;
  assign third  = (second ^ (second >> 15)) * 32'h3184_8BAB;
  assign word   = third ^ (third >> 14);
endmodule
