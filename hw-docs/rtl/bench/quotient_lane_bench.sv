// Drives quotient_lane with weight phases of Adam and compares as optimizer_lane_bench does.
//
//   +phases=FILE   per phase "count limit length key gate_key gate_p quantum random_words saturations", then "weight mean scale after" lines
module quotient_lane_bench;
  logic clk = 1'b0;
  logic reset = 1'b1;
  logic start = 1'b0;
  logic done, clipped;
  logic signed [15:0] weight, mean, scale, result;
  logic [14:0] limit;
  logic [12:0] length;
  logic [63:0] key, gate_key;
  logic [16:0] gate_p;
  logic [31:0] first_counter;
  logic [15:0] words;
  logic [4:0] quantum;

  always #1 clk = !clk;

  quotient_lane lane (.*);

  int file, count, weight_value, mean_value, scale_value, after_value;
  longint drawn, clips, expected_drawn, expected_clips, updates, differences;
  string path;

  initial begin
    if (!$value$plusargs("phases=%s", path)) $fatal(1, "Give +phases=FILE.");
    file = $fopen(path, "r");
    if (file == 0) $fatal(1, "Cannot read %s.", path);
    repeat (2) @(negedge clk);
    reset = 1'b0;
    while ($fscanf(file, "%d %d %d %h %h %d %d %d %d", count, limit, length, key, gate_key, gate_p, quantum, expected_drawn, expected_clips) == 9)
    begin
      drawn = 0;
      clips = 0;
      for (int i = 0; i < count; i++) begin
        if ($fscanf(file, "%d %d %d %d", weight_value, mean_value, scale_value, after_value) != 4) $fatal(1, "%s ends early.", path);
        weight = 16'(weight_value);
        mean = 16'(mean_value);
        scale = 16'(scale_value);
        first_counter = 32'(i * ((int'(length) + 31) / 32) * 16);
        start = 1'b1;
        @(negedge clk);
        start = 1'b0;
        while (!done) @(negedge clk);
        drawn += longint'(words);
        clips += longint'(clipped);
        updates++;
        if (result != 16'(after_value)) begin
          differences++;
          if (differences < 10) $display("parameter %0d: %0d gave %0d, not %0d", i, weight_value, result, after_value);
        end
      end
      if (drawn != expected_drawn || clips != expected_clips) begin
        differences++;
        $display("a phase drew %0d words and clipped %0d, not %0d and %0d", drawn, clips, expected_drawn, expected_clips);
      end
    end
    $display("%0d updates, %0d differences", updates, differences);
    $finish;
  end
endmodule
