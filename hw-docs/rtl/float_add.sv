// The sum of two binary32 numbers, rounded to nearest, ties to even (IEEE 754); NaN is 7FC0_0000.
//
// Combinational, without clock and reset.
module float_add (
    input  logic [31:0] a,
    input  logic [31:0] b,
    output logic [31:0] sum
);
  logic               swap, differ, invalid, sticky;
  logic [31:0]        larger;
  logic [30:0]        smaller;
  logic [7:0]         large_exponent, small_exponent, distance;
  logic [26:0]        large_digits, small_digits, lost;
  logic [27:0]        exact;
  logic [4:0]         zeros, shift;
  logic signed [9:0]  exponent;
  logic [26:0]        digits;
  logic [30:0]        rounded;

  assign swap  = b[30:0] > a[30:0];
  assign larger = swap ? b : a;
  assign smaller = swap ? a[30:0] : b[30:0];

  assign differ         = a[31] != b[31];
  assign large_exponent = larger[30:23] == 8'd0 ? 8'd1 : larger[30:23];
  assign small_exponent = smaller[30:23] == 8'd0 ? 8'd1 : smaller[30:23];
  assign distance       = large_exponent - small_exponent;

  // Three digits more than a significand has; what falls below sticks to the last.
  assign large_digits = {larger[30:23] != 8'd0, larger[22:0], 3'd0};
  assign lost         = {smaller[30:23] != 8'd0, smaller[22:0], 3'd0} & ~(27'h7FF_FFFF << (distance > 8'd27 ? 5'd27 : 5'(distance)));
  assign small_digits = {smaller[30:23] != 8'd0, smaller[22:0], 3'd0} >> (distance > 8'd27 ? 5'd27 : 5'(distance)) | {26'd0, lost != 27'd0};
  assign exact        = differ ? {1'b0, large_digits} - {1'b0, small_digits} : {1'b0, large_digits} + {1'b0, small_digits};

  always_comb begin
    zeros = 5'd27;
    for (int i = 0; i < 27; i++) if (exact[i]) zeros = 5'(26 - i);
  end

  // Up to the leading digit, but not below an exponent of 1.
  assign shift = large_exponent > 8'(zeros) ? zeros : 5'(large_exponent - 8'd1);

  always_comb begin
    if (exact[27]) begin
      digits   = {exact[27:2], exact[1] | exact[0]};
      exponent = 10'(large_exponent) + 10'sd1;
    end else begin
      digits   = 27'(exact << shift);
      exponent = 10'(large_exponent) - 10'(shift);
    end
  end

  assign sticky  = digits[1:0] != 2'd0;
  assign rounded = {8'(exponent - 10'sd1), 23'd0} + {7'd0, digits[26:3]} + {30'd0, digits[2] && (sticky || digits[3])};
  assign invalid = larger[30:0] > 31'h7F80_0000 || larger[30:23] == 8'hFF && smaller[30:23] == 8'hFF && differ;

  always_comb begin
    if (invalid) sum = 32'h7FC0_0000;
    else if (larger[30:23] == 8'hFF) sum = larger;
    else if (exact == 28'd0) sum = {a[31] && b[31], 31'd0};
    else if (exponent > 10'sd254 || rounded[30:23] == 8'hFF) sum = {larger[31], 31'h7F80_0000};
    else sum = {larger[31], rounded};
  end
endmodule
