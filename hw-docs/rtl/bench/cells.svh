// Ideal cells in a bench: the words of hw-docs/stream-format.md, "Bits", as functions, to be included in a module.
function automatic logic [31:0] counter_word_of(input logic [63:0] key, input logic [31:0] counter);
  logic [31:0] word;
  word = counter + key[31:0];
  word = (word ^ (word >> 17)) * 32'hED5A_D4BB;
  word = word ^ key[63:32];
  word = (word ^ (word >> 11)) * 32'hAC4C_1B51;
  word = (word ^ (word >> 15)) * 32'h3184_8BAB;
  return word ^ (word >> 14);
endfunction

// 32 bits of probability p, drawn from 16 counters on.
function automatic logic [31:0] cells_of(input logic [16:0] p, input logic [63:0] key, input logic [31:0] counter);
  logic [31:0] ones, undecided, random;
  logic [15:0] digits;
  if (p[16]) return 32'hFFFF_FFFF;
  ones = 32'd0;
  undecided = 32'hFFFF_FFFF;
  digits = p[15:0];
  for (int i = 0; i < 16; i++) begin
    if (digits != 16'd0 && undecided != 32'd0) begin
      random = counter_word_of(key, counter + 32'(i));
      if (digits[15]) ones = ones | (undecided & ~random);
      undecided = undecided & ~(random ^ {32{digits[15]}});
      digits = digits << 1;
    end
  end
  return ones;
endfunction
